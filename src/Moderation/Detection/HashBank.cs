using Moderation.Content;

namespace Moderation.Detection;

/// <summary>
/// Many hashes, of which those near a given one are found without looking at all. Two that are at most 31 bits apart have
/// among their sixteen words one that differs in one bit at most, so seventeen look-ups a word find them all: none is missed.
/// </summary>
/// <typeparam name="T">What a hash stands for.</typeparam>
internal sealed class HashBank<T>
{
    private const int Buckets = 1 << PdqHash.BitsAWord;

    private readonly (PdqHash Hash, T Entry)[] entries;

    // For each word, where the entries of each of its values begin; and the entries in that order.
    private readonly int[][] starts = new int[PdqHash.Words][];
    private readonly int[][] places = new int[PdqHash.Words][];

    public HashBank(IEnumerable<(PdqHash Hash, T Entry)> of)
    {
        entries = [.. of];
        for (var word = 0; word < PdqHash.Words; word++)
            Arrange(word);
    }

    public int Count => entries.Length;

    public IReadOnlyList<(PdqHash Hash, T Entry)> Entries => entries;

    /// <summary>All at most <see cref="PdqHash.MostApart"/> bits from a hash, the nearest first.</summary>
    public IReadOnlyList<(PdqHash Hash, T Entry, int Distance)> Near(PdqHash hash)
    {
        var seen = new HashSet<int>();
        var near = new List<(PdqHash Hash, T Entry, int Distance)>();
        for (var word = 0; word < PdqHash.Words; word++)
        {
            var value = hash.Word(word);
            Look(word, value);
            for (var bit = 0; bit < PdqHash.BitsAWord; bit++)
                Look(word, value ^ 1 << bit);
        }

        return [.. near.OrderBy(x => x.Distance)];

        void Look(int word, int value)
        {
            for (var i = starts[word][value]; i < starts[word][value + 1]; i++)
            {
                var place = places[word][i];
                if (entries[place].Hash.DistanceTo(hash) is var distance and <= PdqHash.MostApart && seen.Add(place))
                    near.Add((entries[place].Hash, entries[place].Entry, distance));
            }
        }
    }

    private void Arrange(int word)
    {
        var begin = new int[Buckets + 1];
        foreach (var (hash, _) in entries)
            begin[hash.Word(word) + 1]++;
        for (var value = 0; value < Buckets; value++)
            begin[value + 1] += begin[value];

        var next = (int[])begin.Clone();
        var order = new int[entries.Length];
        for (var place = 0; place < entries.Length; place++)
            order[next[entries[place].Hash.Word(word)]++] = place;

        (starts[word], places[word]) = (begin, order);
    }
}
