using Moderation.Guidelines;

namespace Moderation.Tests.Laws;

/// <summary>What happens to the posts of one account, step by step.</summary>
internal sealed record MisinformationScript(IReadOnlyList<MisinformationScript.ClaimSaid> Claims, IReadOnlyList<MisinformationScript.Step> Steps)
{
    private static readonly double[] Gaps = [0, 0.5, 1, 10, 20, 30, 44, 45, 89, 90, 91];

    private static readonly Rating?[] Ratings = [Rating.False, Rating.False, Rating.False, Rating.Altered, Rating.PartlyFalse, Rating.True, null];

    /// <summary>A claim that one or two publishers check; one with two has no unmatched copies, since what a person cleared no second check labels.</summary>
    /// <param name="IsOwn">Whether the post that is named is by the account itself.</param>
    /// <param name="Hosts">Of who checks it.</param>
    internal sealed record ClaimSaid(bool IsOwn, IReadOnlyList<string> Hosts);

    /// <param name="After">How long after the step before.</param>
    internal sealed record Step(TimeSpan After, IReadOnlyList<Deed> Deeds);

    /// <param name="Post">0 for the post that is named, else a copy.</param>
    /// <param name="Check">Which of the publishers.</param>
    /// <param name="Rating">Null withdraws.</param>
    internal sealed record Deed(What What, int Claim, int Post = 0, int Check = 0, Rating? Rating = null);

    internal enum What
    {
        Post,
        Rate,
        Correct,
        Unmatch,
        Delete,
    }

    public static MisinformationScript Draw(Random chance)
    {
        var claims = Enumerable.Range(0, 4).Select(x => new ClaimSaid(
            chance.Next(2) == 0, x % 2 == 0 ? ["checks.example"] : ["checks.example", chance.Next(3) == 0 ? "rumours.example" : "facts.example"])).ToArray();
        var (posts, rated, gone) = (new int[claims.Length], new HashSet<(int, int)>(), new HashSet<(int, int)>());
        var steps = new List<Step>();
        for (var step = 0; step < 12; step++)
        {
            var deeds = new List<Deed>();
            for (var count = chance.Next(1, 4); count > 0; count--)
                if (Next(chance, claims, posts, rated, gone) is { } deed)
                    deeds.Add(deed);
            steps.Add(new(TimeSpan.FromDays(Gaps[chance.Next(Gaps.Length)]) + TimeSpan.FromTicks(chance.Next(4) == 0 ? 1 : 0), deeds));
        }

        return new(claims, steps);
    }

    private static Deed? Next(Random chance, ClaimSaid[] claims, int[] posts, HashSet<(int, int)> rated, HashSet<(int, int)> gone)
    {
        var claim = chance.Next(claims.Length);
        var check = chance.Next(claims[claim].Hosts.Count);
        switch (chance.Next(10))
        {
            case < 4:
                return new(What.Post, claim, posts[claim]++);
            case < 7 when rated.Add((claim, check)):
                return new(What.Rate, claim, Check: check, Rating: Ratings[chance.Next(Ratings.Length - 1)]);
            case < 9 when rated.Contains((claim, check)) && !gone.Contains((claim, check)):
                var rating = Ratings[chance.Next(Ratings.Length)];
                if (rating is null)
                    gone.Add((claim, check));
                return new(What.Correct, claim, Check: check, Rating: rating);
            case 9 when posts[claim] > 1 && rated.Contains((claim, 0)) && claims[claim].Hosts.Count == 1 && chance.Next(2) == 0:
                return new(What.Unmatch, claim, chance.Next(1, posts[claim]));
            case 9 when posts[claim] > 0:
                return new(What.Delete, claim, chance.Next(posts[claim]));
            default:
                return null;
        }
    }
}
