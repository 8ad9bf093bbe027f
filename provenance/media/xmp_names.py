"""The prefixes under which XMP namespaces are known, whatever a file calls them (XMP, ISO 16684-1, and IPTC 2025.1)."""

from __future__ import annotations

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML = "http://www.w3.org/XML/1998/namespace"
NOTE = "http://ns.adobe.com/xmp/note/"

PREFIXES = {
    "adobe:ns:meta/": "x",
    RDF: "rdf",
    XML: "xml",
    NOTE: "xmpNote",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/bj/": "xmpBJ",
    "http://ns.adobe.com/xap/1.0/t/pg/": "xmpTPg",
    "http://ns.adobe.com/xap/1.0/g/": "xmpG",
    "http://ns.adobe.com/xap/1.0/g/img/": "xmpGImg",
    "http://ns.adobe.com/xmp/Identifier/qual/1.0/": "xmpidq",
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/": "xmpDM",
    "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#": "stEvt",
    "http://ns.adobe.com/xap/1.0/sType/ResourceRef#": "stRef",
    "http://ns.adobe.com/xap/1.0/sType/Version#": "stVer",
    "http://ns.adobe.com/xap/1.0/sType/Dimensions#": "stDim",
    "http://ns.adobe.com/xmp/sType/Area#": "stArea",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://cipa.jp/exif/1.0/": "exifEX",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
    "http://ns.adobe.com/camera-raw-settings/1.0/": "crs",
    "http://ns.adobe.com/lightroom/1.0/": "lr",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
    "http://prismstandard.org/namespaces/basic/2.0/": "prism",
    "http://prismstandard.org/namespaces/basic/2.1/": "prism",
    "http://prismstandard.org/namespaces/prismusagerights/2.1/": "pur",
    "http://xmp.gettyimages.com/gift/1.0/": "GettyImagesGIFT",
    "http://ns.camerabits.com/photomechanic/1.0/": "photomechanic",
    "http://creativecommons.org/ns#": "cc",
    "http://www.gimp.org/xmp/": "GIMP",
    "http://ns.microsoft.com/photo/1.0/": "MicrosoftPhoto",
    "http://ns.microsoft.com/photo/1.0": "MicrosoftPhoto",
    "http://ns.microsoft.com/photo/1.2/": "MP",
    "http://www.metadataworkinggroup.com/schemas/regions/": "mwg-rs",
    "http://www.digikam.org/ns/1.0/": "digiKam",
    "http://ns.google.com/photos/1.0/camera/": "GCamera",
    "http://ns.google.com/photos/1.0/image/": "GImage",
    "http://ns.google.com/photos/1.0/panorama/": "GPano",
    "http://ns.apple.com/faceinfo/1.0/": "apple-fi",
}

MOMENTS = frozenset(
    {
        "photoshop:DateCreated",
        "xmp:CreateDate",
        "xmp:ModifyDate",
        "xmp:MetadataDate",
        "exif:DateTimeOriginal",
        "exif:DateTimeDigitized",
        "exif:GPSTimeStamp",
        "tiff:DateTime",
        "stEvt:when",
        "stVer:modifyDate",
        "stRef:lastModifyDate",
        "GettyImagesGIFT:OriginalCreateDateTime",
        "Iptc4xmpExt:AODateCreated",
    }
)
PLACES = frozenset({"exif:GPSLatitude", "exif:GPSLongitude"})
TERMS = frozenset(
    {
        *("plus:ModelReleaseStatus", "plus:PropertyReleaseStatus", "plus:MinorModelAgeDisclosure", "plus:DataMining"),
        *("plus:ImageAlterationConstraints", "plus:CreditLineRequired", "plus:CopyrightStatus", "plus:ImageType"),
    }
)
"""Properties whose values are terms of the vocabulary of PLUS."""
TERM = "ldf/vocab/"
"""What stands before a term's own code ("http://ns.useplus.org/ldf/vocab/MR-NAP")."""
