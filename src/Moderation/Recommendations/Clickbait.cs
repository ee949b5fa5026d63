using System.Buffers.Binary;
using System.Text;

namespace Moderation.Recommendations;

/// <summary>
/// How likely a heading holds back or overstates the point in order to be clicked: logistic regression on hashed words and pairs of
/// words. It was trained on English headlines, so of other languages, and of what is not set as one, it says nothing: of 252 captions
/// of posts it called a dozen clickbait that were none.
/// </summary>
internal sealed class Clickbait
{
    /// <summary>Of a heading, in words; a shorter one says too little, and nothing longer was learnt from.</summary>
    public const int FewestWords = 4;

    public const int MostWords = 40;

    // Nearly every heading it learnt as clickbait has all; of news about a third has as many.
    private const double CapitalShare = 0.6;

    internal const int Buckets = 1 << 15;

    private const uint Magic = 0x31424C43;

    private readonly sbyte[] weights;
    private readonly float bias;
    private readonly float scale;

    private Clickbait(sbyte[] weights, float bias, float scale) => (this.weights, this.bias, this.scale) = (weights, bias, scale);

    /// <summary>The one that comes with the product; the benchmark <c>clickbait</c> trains and measures it.</summary>
    public static Clickbait Shipped { get; } = Read(Resource());

    public string Name { get; private init; } = "clickbait model 1";

    /// <summary>0 to 1; null where it cannot say.</summary>
    /// <param name="language">As the host told it; unknown is not English.</param>
    public double? Score(string? text, string? language)
    {
        if (language?.Split('-')[0] is not ("en" or "EN"))
            return null;

        var words = Words(text);
        return words.Count is >= FewestWords and <= MostWords && IsHeading(text!) ? Score(words) : null;
    }

    /// <summary>One sentence, most of its words with a capital: what people write below a picture is seldom that.</summary>
    internal static bool IsHeading(string text)
    {
        var line = text.TrimStart().Split('\n', 2)[0].TrimEnd();
        string[] words = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var lettered = words.Where(x => x.Any(char.IsLetter)).ToArray();
        return words.SkipLast(1).All(x => x.TrimEnd('"', '\'', '’', '”', ')') is not [.., '.' or '!' or '?' or '…'])
            && lettered.Count(x => char.IsUpper(x.First(char.IsLetter))) >= CapitalShare * lettered.Length;
    }

    public double Score(IReadOnlyList<string> words)
    {
        double sum = bias;
        foreach (var feature in Features(words))
            sum += scale * weights[feature];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>The words of the first line; numbers are all alike.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in $"{(text ?? "").TrimStart().Split('\n', 2)[0]} ")
        {
            if (char.IsLetterOrDigit(letter))
                word.Append(char.ToLowerInvariant(letter));
            else if (letter is not ('\'' or '’') && word.Length > 0 && words.Count <= MostWords)
            {
                words.Add(char.IsDigit(word[0]) ? "#" : word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    /// <summary>Where in the weights what is seen in a heading stands.</summary>
    internal static IEnumerable<int> Features(IReadOnlyList<string> words)
    {
        if (words.Count > 0)
            yield return Bucket($"^ {words[0]}");
        for (var i = 0; i < words.Count; i++)
        {
            yield return Bucket(words[i]);
            if (i > 0)
                yield return Bucket($"{words[i - 1]} {words[i]}");
        }
    }

    internal static Clickbait Of(double[] learnt, double bias)
    {
        var scale = (float)(learnt.Max(Math.Abs) / sbyte.MaxValue);
        return new([.. learnt.Select(x => (sbyte)Math.Round(x / scale))], (float)bias, scale);
    }

    internal byte[] Written()
    {
        var written = new byte[12 + weights.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(written, Magic);
        BinaryPrimitives.WriteSingleLittleEndian(written.AsSpan(4), bias);
        BinaryPrimitives.WriteSingleLittleEndian(written.AsSpan(8), scale);
        for (var i = 0; i < weights.Length; i++)
            written[12 + i] = (byte)weights[i];
        return written;
    }

    internal static Clickbait Read(byte[] written) =>
        written.Length != 12 + Buckets || BinaryPrimitives.ReadUInt32LittleEndian(written) != Magic
            ? throw new InvalidDataException("This is no clickbait model.")
            : new([.. written.Skip(12).Select(x => (sbyte)x)], BinaryPrimitives.ReadSingleLittleEndian(written.AsSpan(4)), BinaryPrimitives.ReadSingleLittleEndian(written.AsSpan(8)));

    // FNV-1a: https://www.rfc-editor.org/rfc/rfc9923
    internal static uint Hash(string word) =>
        Encoding.UTF8.GetBytes(word).Aggregate(2166136261u, (hash, x) => unchecked((hash ^ x) * 16777619u));

    private static int Bucket(string word) => (int)(Hash(word) % Buckets);

    private static byte[] Resource()
    {
        using var stream = typeof(Clickbait).Assembly.GetManifestResourceStream("clickbait.model")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
