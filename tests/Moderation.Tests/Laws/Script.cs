using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.Pipeline;

namespace Moderation.Tests.Laws;

internal enum What
{
    Decide,
    Overturn,

    /// <summary>A fact-checker rates what the post of the step says.</summary>
    Check,

    /// <summary>The checker gives another rating, or withdraws the check.</summary>
    Correct,

    /// <summary>A post that says nearly what another does which is checked before or after.</summary>
    Copy,

    /// <summary>A person sees that a copy is none.</summary>
    Unmatch,

    /// <summary>The author asks the checker to look at a check again.</summary>
    Dispute,
}

/// <param name="On">The step of what is overturned, corrected, copied or unmatched; else its own.</param>
/// <param name="Guideline">By which the post of the step is decided on; "" where it is not.</param>
/// <param name="Rating">Of a check, or of its correction; null for a withdrawal.</param>
/// <param name="Says">What the checker answers to a dispute; null where its author takes it back.</param>
/// <param name="IsLate">Whether that is only after the time to answer has ended.</param>
internal sealed record Act(What What, int Step, int On, string Guideline = "", Rating? Rating = null, DisputeAnswer? Says = null, bool IsLate = false);

/// <summary>What is done to one author's posts, step by step; every author of a run shares the same clock.</summary>
internal sealed record Script(int Author, IReadOnlyList<Act> Acts)
{
    private static readonly string[] Guidelines = ["fraud", "spam", "graphic-content", "rec-clickbait", "bullying"];

    // So often each.
    private static readonly What[] Drawn =
    [
        .. Enumerable.Repeat(What.Decide, 7), .. Enumerable.Repeat(What.Overturn, 4), .. Enumerable.Repeat(What.Check, 3), .. Enumerable.Repeat(What.Copy, 3), What.Correct, What.Correct, What.Unmatch, What.Unmatch, What.Unmatch, What.Unmatch,
        What.Dispute,
    ];

    public AccountId Account => new($"author-{Author}");

    /// <summary>The steps whose decisions are overturned sometime.</summary>
    public IReadOnlySet<int> Overturned => Acts.Where(x => x.What is What.Overturn).Select(x => x.On).ToHashSet();

    public static Script Draw(int author, int steps, Random chance)
    {
        What[] whats = [.. Enumerable.Range(0, steps).Select(_ => Drawn[chance.Next(Drawn.Length)])];
        // Soon after a rating somebody disputes it, or never; some change while somebody looks at that.
        for (var step = 1; step < steps; step++)
            whats[step] = (whats[step - 1], chance.Next(3)) switch { (What.Check, > 0) => What.Dispute, (What.Dispute, 0) => What.Correct, _ => whats[step] };
        return new(author, [.. whats.Select((what, step) => Fitting(what, step, whats, chance))]);
    }

    /// <summary>What the check of a step says, which no other check says.</summary>
    public string Claim(int step) => CopiesOfAClaim.Unrelated(Author * 100 + step);

    // What needs something that is not there is a decision.
    private static Act Fitting(What what, int step, What[] whats, Random chance)
    {
        var guideline = Guidelines[chance.Next(Guidelines.Length)];
        int[] earlier = [.. Enumerable.Range(0, step)];
        return what switch
        {
            What.Overturn => new(what, step, chance.Next(step + 1)),
            What.Check => new(what, step, step, chance.Next(3) == 0 ? guideline : "", Any(chance)),
            What.Copy when One(Enumerable.Range(0, whats.Length).Where(x => whats[x] is What.Check), chance) is { } check => new(what, step, check, chance.Next(3) == 0 ? guideline : ""),
            What.Correct when One(earlier.Where(x => whats[x] is What.Check), chance) is { } check => new(what, step, check, Rating: chance.Next(2) == 0 ? null : Any(chance)),
            // Of the latest one mostly: of what was rated long ago nothing can be disputed.
            What.Dispute when (chance.Next(4) == 0 ? One(earlier.Where(x => whats[x] is What.Check), chance) : Last(earlier.Where(x => whats[x] is What.Check))) is { } check =>
                new(what, step, check, "", Any(chance), chance.Next(4) is var says and < 3 ? (DisputeAnswer)says : null, chance.Next(3) == 0),
            What.Unmatch when One(earlier.Where(x => whats[x] is What.Copy), chance) is { } copy => new(what, step, copy),
            _ => new(What.Decide, step, step, guideline),
        };
    }

    private static Rating Any(Random chance) => Enum.GetValues<Rating>()[chance.Next(6)];

    private static int? Last(IEnumerable<int> steps) => steps.Select(x => (int?)x).LastOrDefault();

    private static int? One(IEnumerable<int> steps, Random chance)
    {
        int[] some = [.. steps];
        return some is [] ? null : some[chance.Next(some.Length)];
    }
}
