"""Photos and documents in a ZIP, read in place: nothing is ever unpacked to disk.

Format: PKWARE APPNOTE.TXT 6.3, sections 4.3 (structure) and 4.4 (fields); the list of contents is read with the
standard library. What hostile ZIPs do is refused with a sentence: names that lead out of the folder, links, encrypted
and nested archives, files that share their bytes or unpack a thousandfold, lists of contents without end.
"""
