"""Names of months and weekdays, folded. Written by tools/make_months.py from the Unicode CLDR data."""

from __future__ import annotations

FULL = (
    "enero gener gennaio ianuarie jaanuar janar janeiro januar januara januari januarie januaru january "
    "janvaris janvier leden ledna lednu ocak sausio sausis sijecanj sijecnja sijecnju styczen stycznia "
    "styczniu tammikuu tammikuussa tammikuuta xaneiro yanvar ιανουαριοσ ιανουαριου студзень студзеня січень "
    "січня січні январе январь января януари јануар јануара јануари јануару қаңтар հունվար հունվարի בינואר "
    "ינואר جانفي جنوری يناير ژانویه იანვარი ",
    "febbraio febreiro febrer febrero februar februara februari februarie februaris februaru february "
    "fevereiro fevral fevrier helmikuu helmikuussa helmikuuta lutego luty lutym shkurt subat unor unora unoru "
    "vasario vasaris veebruar veljaca veljace veljaci φεβρουαριοσ φεβρουαριου ақпан лютага лютии лютого "
    "лютому люты фебруар фебруара фебруару феврале февраль февраля февруари փետրվար փետրվարի בפברואר פברואר "
    "شباط فبراير فروری فوریه فيفري თებერვალი ",
    "brezen brezna breznu kovas kovo maaliskuu maaliskuussa maaliskuuta maart machi marc marca march marci "
    "marcius marco marcu marec maret mars mart marta martie marts martu marz marzec marzo ozujak ozujka "
    "ozujku μαρτιοσ μαρτιου березень березня березні март марта марте марту наурыз сакавік сакавіка մարտ "
    "մարտի במרץ اذار مارس مارچ მარტი ",
    "abril aprel april aprila aprile aprili aprilie aprilis aprill aprilu avril balandis balandzio duben "
    "dubna dubnu huhtikuu huhtikuussa huhtikuuta kwiecien kwietnia kwietniu nisan prill travanj travnja "
    "travnju απριλιοσ απριλιου апреле апрель апреля април априла априлу квітень квітня квітні красавік "
    "красавіка сәуір ապրիլ ապրիլի אפריל באפריל ابريل افريل اوریل اپریل نيسان აპრილი ",
    "geguze geguzes kveten kvetna kvetnu maggio mai maig maijs maio maj maja maji maju majus may mayis mayo "
    "mei svibanj svibnja svibnju toukokuu toukokuussa toukokuuta μαιοσ μαιου мае маи мамыр мая мај маја мају "
    "травень травня травні մայիս մայիսի במאי ايار مايو მაისი ",
    "birzelio birzelis cerven cervna cervnu czerwca czerwcu czerwiec giugno haziran iunie iyun juin jun juna "
    "june junho juni junie junij junijs junio junius junu juny juuni kesakuu kesakuussa kesakuuta lipanj "
    "lipnja lipnju qershor xuno ιουνιοσ ιουνιου июне июнь июня маусым червень червня червні чэрвень чэрвеня "
    "юни јун јуна јуни јуну հունիս հունիսի ביוני יוני جوان حزيران يونيو ژوين ივნისი ",
    "cervence cervenci cervenec heinakuu heinakuussa heinakuuta iulie iyul juillet jul jula julai julho juli "
    "julie julij julijs julio juliol julius julu july juuli korrik liepa liepos lipca lipcu lipiec luglio "
    "srpanj srpnja srpnju temmuz xullo ιουλιοσ ιουλιου июле июль июля липень липня липні ліпень ліпеня шілде "
    "юли јул јула јули јулу հուլիս հուլիսի ביולי יולי تموز جولايی جويلية يوليو ژويیه ივლისი ",
    "agost agosti agosto agust agustos agustus aout august augusta auguste augusti augusts augustus augusztus "
    "avgust avgusta avgustu avqust elokuu elokuussa elokuuta gusht kolovoz kolovoza kolovozu ogos rugpjucio "
    "rugpjutis sierpien sierpnia sierpniu srpen srpna srpnu αυγουστοσ αυγουστου август августа августе "
    "августу жнівень жніуня серпень серпня серпні тамыз օգոստոս օգոստոսի אוגוסט באוגוסט اغسطس اگست აგვისტო ",
    "eylul rugsejis rugsejo rujan rujna rujnu sentyabr septemba septembar september septembra septembre "
    "septembri septembrie septembris septembru septiembre setembre setembro settembre shtator syyskuu "
    "syyskuussa syyskuuta szeptember wrzesien wrzesnia wrzesniu zari σεπτεμβριοσ σεπτεμβριου верасень верасня "
    "вересень вересня вересні сентябре сентябрь сентября септембар септембра септембру септември қыркүиек "
    "սեպտեմբեր սեպտեմբերի בספטמבר ספטמבר ايلول سبتمبر ستمبر سپتامبر სექტემბერი ",
    "ekim listopad listopada lokakuu lokakuussa lokakuuta october octobre octombrie octubre oktoba oktobar "
    "oktober oktobra oktobri oktobris oktobru oktoober oktyabr ottobre outubro pazdziernik pazdziernika "
    "pazdzierniku rijen rijna rijnu spalio spalis tetor οκτωβριοσ οκτωβριου жовтень жовтня жовтні кастрычнік "
    "кастрычніка октобар октобра октобру октомври октябре октябрь октября қазан հոկտեմբեր հոկտեմբերի אוקטובר "
    "באוקטובר اكتوبر اکتبر اکتوبر ოქტომბერი ",
    "kasim lapkricio lapkritis listopad listopada listopadu listopadzie marraskuu marraskuussa marraskuuta "
    "nentor noiembrie novemba novembar november novembra novembre novembri novembris novembro novembru "
    "noviembre noyabr studeni studenoga studenome νοεμβριοσ νοεμβριου листопад листопада листопаді лістапад "
    "лістапада новембар новембра новембру ноември ноябре ноябрь ноября қараша նոյեմբեր նոյեմբերի בנובמבר "
    "נובמבר نوامبر نوفمبر نومبر ნოემბერი ",
    "aralik decembar december decembra decembre decembri decembrie decembris decembro decembru dekabr desemba "
    "desember desembre detsember dezember dezembro dhjetor dicembre diciembre disember grudnia grudniu "
    "grudzien gruodis gruodzio joulukuu joulukuussa joulukuuta prosinac prosinca prosince prosinci prosincu "
    "prosinec δεκεμβριοσ δεκεμβριου грудень грудня грудні декабре декабрь декабря декември децембар децембра "
    "децембру желтоқсан снежань снежня դեկտեմբեր դեկտեմբերի בדצמבר דצמבר دسامبر دسمبر ديسمبر დეკემბერი ",
)  # fmt: skip
"""Needs a day or a year beside it; one row for each month."""

BOUND = (
    "ene gen ian jaan jan janv led oca saus sij sty tammi xan yan ιαν сту січ янв яну јан қаң հնվ בינו ינו "
    "იან ",
    "feb febr fev fevr helmi lut shk sub uno vas veebr velj φεβ ақп лют феб фев февр փտվ בפבר פבר თებ ",
    "bre kov maalis mac mar mrt ozu μαρ бер мар нау сак մրտ מרץ მარ ",
    "abr apr avr bal dub huhti kwi nis pri tra απρ апр квіт кра сәу ապր אפר באפר აპრ ",
    "geg kve mag svi touko μαι мам трав մյս מאי ماي ميی მაი ",
    "birz cvn cze giu haz iun iyn kesa lip qer ιουν июн мау черв чэр հնս جون ივნ ",
    "cvc heina iul iyl juil korr liep lip lug srp tem xul ιουλ июл лип ліп шіл հլս ივლ ",
    "ago agu aug avg avq elo gush kol ogo rugp sie srp αυγ авг жні серп там օգս אוג באוג اوت აგვ ",
    "eyl rugs ruj sen sep sept set sht syys szept wrz zar σεπ вер сент сеп қыр սեպ בספט ספט სექ ",
    "eki lis loka oct okt ott out paz rij spal tet οκτ жовт кас окт қаз հոկ אוק באוק ოქტ ",
    "kas lapkr lis marras nen nov noy stu νοε лист ліс нов ное нояб қар նոյ בנוב נוב ნოე ",
    "ara dec dek des dets dez dhj dic dis gru gruod joulu pro δεκ груд дек дец жел сне դեկ בדצמ דצמ დეკ ",
)  # fmt: skip
"""Needs both a day and a year; one row for each month."""

WEEKDAYS = (
    "dilluns esmaspaev hetfo isnin jumatatu lundi lunedi lunes luni luns maanantai maanantaina maandag mandag "
    "manudagur monday montag pazartesi pirmadienis pirmdiena pondeli pondelok ponedeljak ponedeljek "
    "ponedjeljak poniedzialek segunda senin δευτερα дүисенбі панядзелак понеделник понедельник понедељак "
    "понеділок երկուշաբթի الاثنين دوشنبه ორშაბათი ",
    "antradienis dienstag dimarts dinsdag jumanne kedd mardi martedi martes marti otrdiena sali selasa "
    "teisipaev terca thridjudagur tiistai tiistaina tirsdag tisdag torek tuesday tysdag utery utorak utorok "
    "wtorek τριτη ауторак вторник вівторок сеисенбі уторак երեքշաբթի שלישי الثلاثاء منگل სამშაბათი ",
    "carsamba cersenbe dimecres jumatano keskiviikko keskiviikkona kolmapaev mercoledi mercores mercredi "
    "midvikudagur miercoles miercuri mittwoch onsdag quarta rabu sreda srijeda sroda srode streda stredu "
    "szerda treciadienis tresdiena wednesday woensdag τεταρτη серада середа середу среда среду сряда сәрсенбі "
    "չորեքշաբթի רביעי الاربعاء چهارشنبه ოთხშაბათი ",
    "alhamisi cetrtek ceturtdiena cetvrtak csutortok ctvrtek czwartek dijous donderdag donnerstag fimmtudagur "
    "giovedi jeudi jueves kamis ketvirtadienis khamis neljapaev persembe quinta stvrtok thursday torsdag "
    "torstai torstaina xoves πεμπτη беисенбі чацвер четвер четверг четвртак четврток четвъртък հինգշաբթի "
    "חמישי الخميس جمعرات پنجشنبه ხუთშაბათი ",
    "cuma cume divendres fostudagur fredag freitag friday ijumaa jumaat jumat patek penktadienis pentek "
    "perjantai perjantaina petak petek piatek piatok piektdiena reede sexta vendredi venerdi venres viernes "
    "vineri vrijdag vrydag παρασκευη жұма петак петок петък пятница пятницу пятницю пятниця пятніца ուրբաթ "
    "שישי الجمعة جمعه جمعہ პარასკევი ",
    "cumartesi dissabte jumamosi lauantai lauantaina laugardagur laupaev laurdag lordag sabado sabato sabtu "
    "sambata samedi samstag saterdag saturday senbe sestadienis sestdiena sobota sobote sobotu sonnabend "
    "subota szombat zaterdag σαββατο сабота сенбі суббота субботу субота суботу събота շաբաթ السبت شنبه ہفتہ "
    "შაბათი ",
    "ahad bazar dimanche diumenge domenica domingo duminica jumapili minggu nedela nedele nedeli nedelja "
    "nedjelja niedziela niedziele pazar puhapaev sekmadienis sondag sonntag sunday sunnudagur sunnuntai "
    "svetdiena vasarnap zondag κυριακη воскресенье жексенбі недела неделя недеља неділю неділя нядзеля կիրակի "
    "ראשון اتوار الاحد یکشنبه კვირა ",
)  # fmt: skip
"""One row for each day of the week, Monday first."""
