using System.Collections.Frozen;
using System.Text;

namespace Moderation.Content;

/// <summary>
/// Letters that are taken for Latin ones, since they look alike in common typefaces. What Unicode itself calls a form of a letter
/// (fullwidth, mathematical, circled) needs no line here. Of Hebrew and the alphabets of India none is, whose own words would become one.
/// </summary>
internal static class Letters
{
    /// <summary>What 1, I, l and | are all read as, since in most typefaces nobody can tell them apart.</summary>
    public const char Stroke = 'i';

    private static readonly FrozenDictionary<int, string> Latin = Known().ToFrozenDictionary();

    /// <summary>What a letter in lower case is taken for; null where for nothing but itself.</summary>
    public static string? AsLatin(Rune lower) => lower.Value == 'l' ? "i" : lower.IsAscii ? null : Latin.GetValueOrDefault(lower.Value);

    private static Dictionary<int, string> Known()
    {
        var known = new Dictionary<int, string>();
        foreach (var (latin, others) in new[]
        {
            ("a", "аɑαᴀꭺꓮᗅ⍺𐊠𖽀"), ("b", "вьƅɓʙβᏼꮟꓐᑲᗷᖯⲃƀꞵ𐊡𐊂𐌁"), ("c", "сϲᴄⲥꮯꓚƈȼ𐌂𐊢𐐽🝌င"), ("d", "ԁɖɗđꓓꓒꭰᗞᗪᑯꮷð∂ᴅ"),
            ("e", "еҽεɛєəǝꬲꭼꓰ℮ⴹᴇɇ𐊆⋿"), ("f", "ƒꜰꬵꞙẝғᖴꓝϝ𐊇𐊥𐔥"), ("g", "ɡᶃɢԍցꮐᏻꓖǥɠƍ"), ("h", "һнʜɦħћђꮋꮒꓧᕼⲏհ𐋏"),
            ("i", "іıɩɪꙇӏιɨꭵⲓǀⵏᛁꓲꓡꮮⳑłⱡƚɫᒪլʟɭ⍳∣│⏽\u0627𐌉𐌠𐊊𐑃"), ("j", "јϳʝꓙᒍꭻյɉᴊ"), ("k", "кκᴋⲕꓗꮶҡқĸƙᛕ𐔘"), ("m", "мϻᴍⲙꓟꮇᗰμᛖ𐊰𐌑"),
            ("n", "ոռпɴηⲛꓠŋɲ𐔓"), ("o", "оοօσᴏᴑꬽⲟꓳөøɵჿዐഠⵔ𐓪ѳ𐐬𐊒𐊫𐔖〇ϭဝ\u0647\u06BE\u06C1\u06D5"), ("p", "рρϱᴘⲣꓑꮲᑭþƿ⍴ҏϸⳏ𐊕"), ("q", "ԛգզʠɋⵕ"),
            ("r", "гᴦʀɾɼꮁꭱꮢꓣⲅᖇяꭇꭈɍ𐓜"), ("s", "ѕꜱƽꮪꮥꓢտʂ𐊖𐑈"), ("t", "тτᴛⲧꭲꓔŧ𐌕𐊗𐊱⊤⟙🝨"), ("u", "υսʋᴜꞟꭎꭒꓴᑌʉцሀ∪⋃𐓶"),
            ("v", "νѵᴠⴸꮩꓦᐯ∨⋁𐔝ꛟ"), ("w", "шѡԝɯᴡաωꮃꮤꓪⲱⲽ"), ("x", "хχⲭꭓꓫ᙭ᕽᕁⵝᚷҳ×╳⤫⤬⨯𐌗𐌢𐊐𐊴"), ("y", "уүγʏỿɣყꭹꮍꓬⲩұᶌꭚϒ𐊲ɏ"),
            ("z", "ᴢζꓜꮓƶʐ"), ("ae", "æӕ"), ("oe", "œɶ"), ("ss", "ß"),
        })
            foreach (var other in others.EnumerateRunes())
                known[Rune.ToLowerInvariant(other).Value] = latin;

        // Three rows of letters in boxes and outlines for which Unicode names no letter.
        foreach (var first in new[] { 0x1F150, 0x1F170, 0x1CCD6 })
            for (var place = 0; place < 26; place++)
                known[first + place] = place == 'l' - 'a' ? "i" : ((char)('a' + place)).ToString();

        // One sigma, wherever it stands in a word.
        known['ς'] = known['σ'];
        return known;
    }
}
