using System.Collections.Immutable;
using System.Globalization;
using Moderation.Content;
using Moderation.Enforcement;

namespace Moderation.Detection;

/// <summary>What a bank is, as a node has it in memory.</summary>
internal sealed record KnownBank(string Code, BankPurpose Purpose, string Guideline, int Edition)
{
    /// <summary>Whether it stands for the guideline, or for one of which the other is a clause.</summary>
    public bool StandsFor(string guideline) => Clearance.Whole(Guideline) == Clearance.Whole(guideline);
}

/// <param name="Distance">In bits, 0 to 31; 0 for texts.</param>
internal readonly record struct BankHit(KnownBank Bank, BankMark Kind, int Distance)
{
    // From 1 for the very same down to a half for the last that counts as the same.
    public double Score => 1 - Distance / (2.0 * (PdqHash.MostApart + 1));
}

/// <summary>
/// All banks at one moment, never changed: a bank of hashes as it was read, and beside it what came and went since, which is few
/// beside it; when it is many, all of it is arranged anew.
/// </summary>
internal sealed class BankMemory
{
    private const int FewBeside = 1000;

    private readonly HashBank<Place> pictures;
    private readonly Dictionary<UInt128, Place[]> texts;
    private readonly ImmutableList<(PdqHash Hash, Place At)> newPictures;
    private readonly ImmutableDictionary<UInt128, ImmutableList<Place>> newTexts;
    private readonly ImmutableHashSet<Place> gone;
    private readonly Dictionary<string, KnownBank> banks;

    private BankMemory(
        long change, Dictionary<string, KnownBank> banks, HashBank<Place> pictures, Dictionary<UInt128, Place[]> texts,
        ImmutableList<(PdqHash Hash, Place At)> newPictures, ImmutableDictionary<UInt128, ImmutableList<Place>> newTexts, ImmutableHashSet<Place> gone) =>
        (Change, this.banks, this.pictures, this.texts, this.newPictures, this.newTexts, this.gone) =
        (change, banks, pictures, texts, newPictures, newTexts, gone);

    public static BankMemory Nothing { get; } = new(-1, [], new([]), [], [], ImmutableDictionary<UInt128, ImmutableList<Place>>.Empty, []);

    /// <summary>The number of the last change it knows; -1 where nothing was read yet.</summary>
    public long Change { get; }

    public bool IsEmpty => banks.Count == 0 || pictures.Count + texts.Count + newPictures.Count + newTexts.Count == 0;

    /// <summary>Whether any bank says of anything that it does not break this.</summary>
    public bool Clears(string guideline) => banks.Values.Any(x => x.Purpose is BankPurpose.Clear && x.StandsFor(guideline));

    /// <summary>Every bank in which a picture is, or one that looks like it; the nearest of each.</summary>
    public IEnumerable<BankHit> Find(PdqHash hash) => pictures.Near(hash).Select(x => (At: x.Entry, x.Distance))
        .Concat(newPictures.Select(x => (x.At, Distance: x.Hash.DistanceTo(hash))).Where(x => x.Distance <= PdqHash.MostApart))
        .Where(x => !gone.Contains(x.At)).GroupBy(x => x.At.Bank).Select(x => new BankHit(banks[x.Key], BankMark.Picture, x.Min(y => y.Distance)));

    /// <summary>Every bank in which a text is.</summary>
    public IEnumerable<BankHit> Find(Mark text) => texts.GetValueOrDefault(KeyOf(text.Digits), []).Concat(newTexts.GetValueOrDefault(KeyOf(text.Digits), []))
        .Where(x => !gone.Contains(x)).DistinctBy(x => x.Bank).Select(x => new BankHit(banks[x.Bank], BankMark.Text, 0));

    /// <summary>The same after changes.</summary>
    public BankMemory After(long change, IEnumerable<KnownBank> now, IReadOnlyCollection<(string Bank, int Number, BankMark Kind, string Mark)> added, IEnumerable<(string Bank, int Number)> removed)
    {
        var known = now.ToDictionary(x => x.Code);
        var (pictured, said) = (new List<(PdqHash, Place)>(), new List<(UInt128 Key, Place At)>());
        foreach (var (bank, number, kind, mark) in added)
        {
            var at = new Place(known[bank].Code, number);
            if (kind is BankMark.Text)
                said.Add((KeyOf(mark), at));
            else if (PdqHash.TryParse(mark, out var hash))
                pictured.Add((hash, at));
        }

        var without = gone.Union(removed.Select(x => new Place(x.Bank, x.Number)));
        var beside = newPictures.Count + newTexts.Count + without.Count + added.Count;
        return beside <= Math.Max(FewBeside, (pictures.Count + texts.Count) / 10)
            ? new(change, known, pictures, texts, newPictures.AddRange(pictured), said.Aggregate(newTexts, (all, x) => all.SetItem(x.Key, all.GetValueOrDefault(x.Key, []).Add(x.At))), without)
            : new(
                change, known, new(pictures.Entries.Concat(newPictures).Concat(pictured).Where(x => !without.Contains(x.Item2))),
                texts.SelectMany(x => x.Value, (x, at) => (x.Key, At: at)).Concat(newTexts.SelectMany(x => x.Value, (x, at) => (x.Key, At: at))).Concat(said)
                    .Where(x => !without.Contains(x.At)).GroupBy(x => x.Key, x => x.At).ToDictionary(x => x.Key, x => x.ToArray()),
                [], ImmutableDictionary<UInt128, ImmutableList<Place>>.Empty, []);
    }

    // Half of a SHA-256 names a text among any number of them.
    private static UInt128 KeyOf(string digest) => UInt128.Parse(digest.AsSpan(0, 32), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private readonly record struct Place(string Bank, int Number);
}
