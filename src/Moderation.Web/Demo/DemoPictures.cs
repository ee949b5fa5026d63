using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Moderation.Web.Demo;

/// <summary>Draws each picture of the demo network from its id: nothing is stored, nothing is fetched.</summary>
internal static class DemoPictures
{
    private static readonly FrozenDictionary<string, Action<DemoCanvas>> Motifs = new Dictionary<string, Action<DemoCanvas>>
    {
        ["coins"] = MoneyMotifs.Coins,
        ["chart"] = MoneyMotifs.Chart,
        ["gift"] = MoneyMotifs.Gift,
        ["phone"] = MoneyMotifs.Phone,
        ["shield"] = MoneyMotifs.Shield,
        ["megaphone"] = MoneyMotifs.Megaphone,
        ["words"] = MoneyMotifs.Lettering,
        ["hills"] = OutdoorMotifs.Hills,
        ["mountains"] = OutdoorMotifs.Mountains,
        ["sunset"] = OutdoorMotifs.Sunset,
        ["sail"] = OutdoorMotifs.Sail,
        ["kite"] = OutdoorMotifs.Kite,
        ["skyline"] = TownMotifs.Skyline,
        ["bicycle"] = TownMotifs.Bicycle,
        ["lantern"] = TownMotifs.Lantern,
        ["cat"] = TownMotifs.Cat,
        ["cake"] = TableMotifs.Cake,
        ["cupcakes"] = TableMotifs.Cupcakes,
        ["bread"] = TableMotifs.Bread,
        ["cup"] = TableMotifs.Cup,
        ["plants"] = TableMotifs.Plants,
        ["sneakers"] = GoodsMotifs.Sneakers,
        ["handbag"] = GoodsMotifs.Handbag,
        ["watch"] = GoodsMotifs.Watch,
        ["vape"] = GoodsMotifs.Vape,
        ["bottle"] = GoodsMotifs.Bottle,
        ["pattern"] = GoodsMotifs.Pattern,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, DemoItem> Pictured =
        DemoNetwork.Items.Where(item => item.MediaId is not null).ToFrozenDictionary(item => item.MediaId!);

    /// <summary>The picture as SVG, or nothing when the network has no such picture.</summary>
    public static string? Svg(string mediaId) => Pictured.TryGetValue(mediaId, out var item) ? Draw(item) : null;

    private static string Draw(DemoItem item)
    {
        var canvas = new DemoCanvas(DemoItem.Width, item.Height, SeedOf(item.MediaId!), item.Piece?.Headline is not (null or ""));
        Motifs[item.Motif!](canvas);

        if (item.Piece?.Media?.HasBorders is true)
            canvas.Rect(canvas.Left, canvas.Top, DemoItem.Width, item.Height * 0.24, Paint.Ink)
                .Rect(canvas.Left, canvas.Bottom - item.Height * 0.24, DemoItem.Width, item.Height * 0.24, Paint.Ink);

        if (canvas.Headed && item.Piece is { Headline: { } headline })
            canvas.Words(headline, -400, 128, 700, canvas.Ink);

        if (item.Piece is { Subline: { } subline, Media.HasWatermark: true })
            canvas.Within("translate(0 320) rotate(-16)", mark => mark.Words(subline, 0, 92, 700, "#ffffff9c"));
        else if (item.Piece is { Subline: { } line })
            canvas.Words(line, -320, 60, 400, canvas.Ink);

        return canvas.Finish();
    }

    // string.GetHashCode differs from run to run, and Random opens alike on neighbouring seeds.
    private static int SeedOf(string id) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{DemoNetwork.Seed}/{id}")));
}
