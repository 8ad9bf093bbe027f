"""Web pages as the big systems for publishing build them, each with one photo: its caption, credit and address.

Structures only, in invented words: what stands around a caption is what has to be told from it.
"""

from __future__ import annotations

import json
from html import escape

CAPTION = "Dockers unload sacks of grain in the port of Vellmar, Norland, on 3 May 2021."
CREDIT = "Ines Halder/Reuters"
URL = "https://img.example/2021/05/vellmar-grain-port.jpg"
IMG = f'<img src="{URL}" alt="Dockers in a port" width="800">'
STORY = (
    "<p>The port had been closed since the storm of last autumn, the harbour master said on Tuesday.</p>"
    "<p>Nobody knows yet how many ships will come before the summer, and who is to pay for the quay.</p>"
)


def a_script(value: object, kind: str = "application/ld+json", before: str = "", marks: str = "") -> str:
    """A script element that holds JSON."""
    return f'<script type="{kind}" {marks}>{before}{json.dumps(value)}</script>'


def _attribute(value: object) -> str:
    return escape(json.dumps(value), quote=True)


STRUCTURES = {
    "a plain figure": f"<figure>{IMG}<figcaption>{CAPTION} {CREDIT}</figcaption></figure>",
    "wordpress classic": f'<div id="attachment_7" class="wp-caption alignnone" style="width: 810px">{IMG}'
    f'<p id="caption-attachment-7" class="wp-caption-text">{CAPTION} (Photo: {CREDIT})</p></div>',
    "wordpress definition list": f'<dl class="wp-caption"><dt class="wp-caption-dt">{IMG}</dt>'
    f'<dd class="wp-caption-dd">{CAPTION} Photo: {CREDIT}</dd></dl>',
    "wordpress block": '<figure class="wp-block-image size-large"><img decoding="async" loading="lazy" '
    'src="data:image/gif'
    f';base64,R0l" data-src="{URL}" alt=""><noscript>{IMG}</noscript><figcaption class="wp-element-caption">{CAPTION}'
    f" <em>Photo by {CREDIT}</em></figcaption></figure>",
    "wordpress gallery": f'<div class="gallery galleryid-9"><dl class="gallery-item"><dt '
    f'class="gallery-icon"><a href="{URL}">'
    f'{IMG}</a></dt><dd class="wp-caption-text gallery-caption" id="gallery-9-11">{CAPTION} '
    f"({CREDIT})</dd></dl></div>",
    "wordpress carousel": '<a href="https://news.example/?attachment_id=4"><img '
    'src="https://img.example/x-150x150.jpg"'
    f' data-orig-file="{URL}" data-image-title="DSC_1" data-image-description="&lt;p&gt;{CAPTION} '
    f'({CREDIT})&lt;/p&gt;"'
    ' alt=""></a>',
    "wordpress featured image": f'<div class="featured-image">{IMG}<div class="image-credit">{CREDIT}</div>'
    f'<div class="image-caption">{CAPTION}</div></div>',
    "drupal field": f'<div class="node__content"><div class="field field--name-field-image"><div '
    f'class="field__item">{IMG}</div></div>'
    f'<div class="field field--name-field-image-caption field__item">{CAPTION}</div>'
    f'<div class="field field--name-field-photo-credit field__item">{CREDIT}</div></div>',
    "drupal media figure": f'<figure role="group" class="caption caption-drupal-media '
    f'align-center"><article>{IMG}</article>'
    f"<figcaption>{CAPTION} {CREDIT}</figcaption></figure>",
    "arc": f'<div class="b-lead-art"><figure class="c-media-item">{IMG}<figcaption class="c-media-item__fig-caption">'
    f'<span class="c-media-item__caption">{CAPTION}</span><span class="c-media-item__credit">{CREDIT}</span>'
    "</figcaption></figure></div>",
    "arc with hashed classes": f'<div class="sc-1e3 kXQ"><figure>{IMG}</figure><div class="sc-9aa '
    "Caption__Wrapper-sc-1 "
    f'jh"><span>{CAPTION}</span> <span>{CREDIT}</span></div></div>',
    "aem": f'<div class="cmp-image" data-cmp-is="image"><a class="cmp-image__link">{IMG}</a>'
    f'<span class="cmp-image__title">{CAPTION} {CREDIT}</span></div>',
    "public broadcaster, credit before": f'<figure><div><span><picture><source srcset="{URL} 800w">'
    f'{IMG}</picture></span><span role="text"><span class="visually-hidden">Image source, '
    f"</span>{CREDIT}</span></div>"
    f'<figcaption><span class="visually-hidden">Image caption, </span>{CAPTION}</figcaption></figure>',
    "public broadcaster, blocks": f'<div data-component="image-block"><div><div class="sc-aa"><img src="{URL}" '
    'alt="x"></div>'
    f'<span class="sc-bb">{CREDIT}</span></div></div><div data-component="caption-block"><figcaption class="sc-cc">'
    f"{CAPTION}</figcaption></div>",
    "daily with meta in figure": f'<figure itemprop="associatedMedia image" itemscope '
    'itemtype="http://schema.org/ImageObject"'
    f' data-component="image"><meta itemprop="url" content="{URL}"><div>{IMG}</div><figcaption class="caption '
    'caption--img"'
    f' itemprop="description"><span class="inline-triangle"><svg></svg></span>{CAPTION} Photograph: '
    f"{CREDIT}</figcaption>"
    "</figure>",
    "daily with screen reader labels": f'<figure aria-label="media" role="group"><div>{IMG}</div><figcaption><span>'
    f'{CAPTION}</span><span><span class="css-1ly visually-hidden">Credit...</span><span '
    f'aria-hidden="false">{CREDIT}</span>'
    "</span></figcaption></figure>",
    "cable network": f'<div class="image image__hide-placeholder"><div '
    f'class="image__container"><picture>{IMG}</picture></div>'
    f'<div class="image__metadata"><div class="image__caption attribution"><span '
    f'class="inline-placeholder">{CAPTION}</span>'
    f'</div><figcaption class="image__credit">{CREDIT}</figcaption></div></div>',
    "german broadcaster": f'<figure class="placeholder-image master_landscape">{IMG}<figcaption '
    f'class="img-caption">{CAPTION}'
    f'<small class="copyright">Image: {CREDIT}</small></figcaption></figure>',
    "german magazine": f'<figure class="asset-image"><div><picture>{IMG}</picture></div><figcaption>'
    f"<p>{CAPTION}</p><span>Foto: {CREDIT}</span></figcaption></figure>",
    "german weekly": f'<figure><div>{IMG}</div><figcaption class="figure__caption"><span '
    f'class="figure__text">{CAPTION}'
    f'</span><span class="figure__copyright"><span class="visually-hidden">©</span><span>{CREDIT}</span></span>'
    "</figcaption></figure>",
    "german regional": f'<div class="id-Article-content-item-image"><img src="{URL}" alt="x"><p '
    'class="id-Caption"><span '
    f'class="id-Caption-text">{CAPTION}</span> <span class="id-Caption-author">© {CREDIT}</span></p></div>',
    "german bildunterschrift": f'<div class="mediaCon"><div class="media">{IMG}</div><p '
    f'class="mediaBildunterschrift">{CAPTION}'
    f' <span class="mediaNachweis">| Bildquelle: {CREDIT}</span></p></div>',
    "french daily": f'<figure class="article__media">{IMG}<figcaption class="article__legend" '
    f'data-caption="{CAPTION}">{CAPTION}'
    f' <span class="article__credit">{CREDIT}</span></figcaption></figure>',
    "french legende": f'<div class="bloc-photo">{IMG}<div class="legende-photo">{CAPTION}</div><div '
    'class="credit-photo">'
    f"{CREDIT}</div></div>",
    "spanish daily": f'<figure class="a_m a_m-h">{IMG}<figcaption class="a_m_p"><span>{CAPTION}</span><span '
    'class="a_m_m">'
    f"{CREDIT}</span></figcaption></figure>",
    "spanish pie de foto": f'<div class="imagen">{IMG}<p class="pie-de-foto">{CAPTION} <span '
    f'class="firma-foto">{CREDIT}'
    "</span></p></div>",
    "italian didascalia": f'<div class="foto-articolo">{IMG}<span class="didascalia">{CAPTION} (Foto: '
    f"{CREDIT})</span></div>",
    "polish podpis": f'<div class="zdjecie">{IMG}<div class="podpis">{CAPTION} <span '
    f'class="autor">{CREDIT}</span></div></div>',
    "portuguese legenda": f'<div class="content-media"><amp-img src="{URL}"></amp-img><p '
    'class="content-media__legenda">'
    f'{CAPTION} <span class="content-media__credito credit">Foto: {CREDIT}</span></p></div>',
    "dutch onderschrift": f'<div class="artikel-afbeelding">{IMG}<div class="fotobijschrift">{CAPTION} © '
    f"{CREDIT}</div></div>",
    "turkish": f'<div class="haber-gorsel">{IMG}<div class="foto-altyazi">{CAPTION} Fotoğraf: {CREDIT}</div></div>',
    "russian": f'<div class="photoview__open">{IMG}</div><div class="photoview__info"><div '
    'class="photoview__desc-text">'
    f'{CAPTION}</div><div class="photoview__copyright">Фото: {CREDIT}</div></div>',
    "korean": f'<div class="editor-img-box"><div class="img-box">{IMG}</div><div class="caption">{CAPTION} '
    f"{CREDIT}</div></div>",
    "broadsheet with meta": f'<div class="article-image"><figure>{IMG}<div class="u-meta"><span '
    f'class="e-caption">{CAPTION}'
    f'</span><span class="e-caption__credit">Credit: {CREDIT}</span></div></figure></div>',
    "tabloid": f'<div class="artSplitter mol-img-group"><div class="mol-img"><div '
    f'class="image-wrap">{IMG}</div></div>'
    f'<p class="imageCaption">{CAPTION} ({CREDIT})</p></div>',
    "blogger table": f'<table class="tr-caption-container"><tbody><tr><td><a href="{URL}">{IMG}</a></td></tr><tr>'
    f'<td class="tr-caption">{CAPTION} ({CREDIT})</td></tr></tbody></table>',
    "medium": f'<figure class="nd ne paragraph-image"><div role="button"><picture><source srcset="{URL} 640w">'
    f'<img src="{URL}"></picture></div><figcaption class="nm nn">{CAPTION} Photo by {CREDIT}</figcaption></figure>',
    "newsletter host": f'<div class="captioned-image-container"><figure><a class="image-link" '
    f'href="{URL}"><div>{IMG}</div></a>'
    f'<figcaption class="image-caption">{CAPTION} ({CREDIT})</figcaption></figure></div>',
    "mediawiki thumb": f'<div class="thumb tright"><div class="thumbinner"><a href="/wiki/File:X.jpg" '
    f'class="image">{IMG}</a>'
    f'<div class="thumbcaption"><div class="magnify"><a href="/wiki/File:X.jpg"></a></div>{CAPTION} '
    f"({CREDIT})</div></div>"
    "</div>",
    "mediawiki gallery": f'<ul class="gallery"><li class="gallerybox"><div class="thumb"><a '
    f'href="/wiki/File:X.jpg">{IMG}</a>'
    f'</div><div class="gallerytext"><p>{CAPTION} ({CREDIT})</p></div></li></ul>',
    "mediawiki parsoid": f'<figure typeof="mw:File/Thumb"><a '
    f'href="/wiki/File:X.jpg">{IMG}</a><figcaption>{CAPTION} ({CREDIT})'
    "</figcaption></figure>",
    "radio network": f'<div class="bucketwrap image large">{IMG}<div class="credit-caption"><div '
    'class="caption-wrap"><div '
    f'class="caption"><p>{CAPTION} <b class="credit">{CREDIT} <b class="hide-caption"><b>hide '
    "caption</b></b></b></p></div>"
    f'<b class="toggle-caption"><b>toggle caption</b></b></div><span class="credit">{CREDIT}</span></div></div>',
    "amp page": f'<amp-carousel><div class="slide"><amp-img src="{URL}" srcset="{URL} 1080w"></amp-img><p '
    'class="slide-caption">'
    f"{CAPTION} {CREDIT}</p></div></amp-carousel>",
    "amp figure": f'<figure><amp-img src="{URL}"><noscript>{IMG}</noscript></amp-img><figcaption>{CAPTION} {CREDIT}'
    "</figcaption></figure>",
    "slideshow data": f'<ul class="slides"><li data-src="{URL}" data-sub-html="&lt;h4&gt;{CAPTION}&lt;/h4&gt;" '
    "data-credit="
    f'"{CREDIT}"><a href="#"><img src="https://img.example/thumb/1.jpg"></a></li></ul>',
    "figure without figcaption": f'<figure class="image">{IMG}<p>{CAPTION}</p><small>{CREDIT}</small></figure>',
    "figure with spans": f"<figure>{IMG}<span>{CAPTION}</span><em>Foto: {CREDIT}</em></figure>",
    "picture block without marks on the words": f'<div class="article-photo">{IMG}<div>{CAPTION} '
    f"({CREDIT})</div></div>",
    "italics below a picture": f"<p>{IMG}</p><p><em>{CAPTION} ({CREDIT})</em></p>",
    "signed paragraph below a picture": f'<p><a href="{URL}">{IMG}</a></p><p>{CAPTION} (Photo: {CREDIT})</p>',
    "old table": f'<table width="300" class="imgbox"><tr><td>{IMG}</td></tr><tr><td><font size="1">{CAPTION} '
    f"({CREDIT})</font>"
    "</td></tr></table>",
    "centred with a break": f"<center>{IMG}<br><i>{CAPTION} ({CREDIT})</i></center>",
    "microdata": f'<div itemscope itemtype="https://schema.org/ImageObject"><img itemprop="contentUrl" '
    f'src="{URL}"><meta '
    f'itemprop="caption" content="{CAPTION}"><meta itemprop="creditText" content="{CREDIT}"></div>',
    "json-ld image": a_script(
        {
            "@type": "NewsArticle",
            "image": {"@type": "ImageObject", "url": URL, "caption": CAPTION, "creditText": CREDIT},
        }
    ),
    "json-ld untyped image in a list": a_script(
        {"@graph": [{"@type": ["NewsArticle"], "image": [{"url": URL, "caption": CAPTION, "creditText": CREDIT}]}]}
    ),
    "framework data": '<div id="__next"></div>'
    + a_script(
        {
            "props": {
                "pageProps": {
                    "article": {"body": [{"type": "image", "caption": CAPTION, "credit": CREDIT, "src": URL}]},
                    "relatedArticles": [{"caption": "Five more things to read about ports", "src": URL}],
                }
            }
        },
        "application/json",
        marks='id="__NEXT_DATA__"',
    ),
    "window state": a_script(
        {"content": {"items": [{"image_url": URL, "caption": {"text": CAPTION}, "photographer": {"name": CREDIT}}]}},
        "text/javascript",
        "window.__STATE__ = ",
    ),
}
"""One page's body for each structure."""

SURROUNDINGS = {
    "logo": '<header class="site-header"><a href="/"><img src="/logo.png" alt="The Vellmar Courier, news since '
    '1871."></a></header>',
    "navigation": '<nav><figure><img src="/n.jpg"><figcaption>All the news from the world of '
    "sport</figcaption></figure></nav>",
    "teasers": '<div class="related-articles"><article><figure><a href="/two"><img src="/2.jpg" '
    'alt="x"></a><figcaption>'
    '<a href="/two">Ten harbours that you have to see before they close</a></figcaption></figure></article></div>',
    "cards": '<div class="story-card"><a href="/3"><img src="/3.jpg"></a><h3><a href="/3">Minister opens new '
    "bridge over river"
    "</a></h3></div>",
    "linked caption": '<div class="promo-item"><a href="/4"><img src="/4.jpg"></a><p class="caption"><a '
    'href="/4">Minister to '
    "open a new bridge over the river today</a></p></div>",
    "portrait": '<div class="author-bio"><img src="/me.jpg" alt="Tom Reeve"><p>Tom Reeve writes about ports and '
    "ships.</p></div>",
    "advertisement": '<div class="advertisement-slot"><figure><img src="/ad.jpg"><figcaption>Buy our new boots, '
    "they are the "
    "best boots on the coast</figcaption></figure></div>",
    "comments": '<div class="comments"><img class="avatar" src="/a.png"><p class="caption">I have never seen so '
    "much grain in "
    "one place</p></div>",
    "footer": '<footer><p class="credit">Copyright © 2021 The Vellmar Courier. All rights reserved.</p></footer>',
    "share": '<div class="social-share"><img src="/f.png" alt="Share this story with your friends on the '
    'network"></div>',
    "newsletter": '<div class="newsletter-signup"><img src="/n.png"><p>Get our best stories in your inbox every '
    "morning</p></div>",
    "table": "<table><caption>Grain by year and by port of loading</caption><tr><td>2020</td><td>17</td></tr></table>",
    "video controls": '<div class="vjs-text-track-display captions-settings">captions settings, opens captions '
    "settings dialog"
    "</div>",
    "paragraph beside a picture": f'<p>{"A ship lay at the quay. " * 12}<img src="https://img.example/s.jpg"></p>',
    "logo in JSON": a_script(
        {
            "@type": "Organization",
            "logo": {
                "@type": "ImageObject",
                "@id": "https://x/#logo",
                "url": "/l.png",
                "caption": "The Vellmar Courier of Norland",
            },
        }
    ),
}
"""What stands around articles and carries no captions."""
