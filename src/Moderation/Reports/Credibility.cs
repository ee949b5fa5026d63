namespace Moderation.Reports;

/// <summary>
/// How far a reporter is believed, 0 to 1, by how often they were right: their accuracy pulls them away from what a stranger is
/// believed, the further the more of their reports were decided, by the logarithm of their number. Published, and alike for all.
/// </summary>
/// <remarks>
/// Right is who reported what was then found to break the rules, or not to be recommendable, as it stands today; what was
/// overturned never was. What nobody judged (aged out, gone meanwhile, still waiting) counts neither way.
/// </remarks>
public static class Credibility
{
    /// <summary>What a stranger is believed, 0 to 1.</summary>
    public const double Neutral = 0.5;

    /// <summary>What a trusted flagger is believed until their own record says otherwise.</summary>
    public const double Full = 1;

    /// <summary>Under so many decided cases a record says nothing.</summary>
    public const int Floor = 5;

    /// <summary>Only so many of the last cases count: people learn, and accounts change hands.</summary>
    public const int Window = 100;

    /// <param name="right">In how many of the decided cases they were right; 0 to <paramref name="decided"/>.</param>
    /// <param name="decided">How many cases they reported were decided on the merits; 0 to <see cref="Window"/>.</param>
    /// <param name="stranger">What they are believed while their record says nothing, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">More were right than were decided, or there are more than count.</exception>
    public static double Of(int right, int decided, double stranger = Neutral)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(right);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(right, decided);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decided, Window);
        if (decided < Floor)
            return stranger;

        var accuracy = (double)right / decided;
        return stranger + (accuracy - stranger) * Math.Log(1 + decided) / Math.Log(1 + Window);
    }

    /// <summary>
    /// As many reports by wholly credible people as these are worth: who was right more often than not counts as far as they are
    /// believed; of all the others the most credible counts in full, the second half, the third a third, so that many fresh
    /// accounts together tell less than a few who are known to look.
    /// </summary>
    /// <param name="reporters">What each of them is believed, 0 to 1, in any order.</param>
    /// <returns>0 and up; one more reporter never lowers it, nor does one who is believed more.</returns>
    public static double Together(IEnumerable<double> reporters)
    {
        var (known, unproven) = (0.0, new List<double>());
        foreach (var believed in reporters.Order())
        {
            if (believed > Neutral)
                known += believed;
            else
                unproven.Add(believed);
        }

        unproven.Reverse();
        return known + unproven.Select((x, place) => x / (place + 1)).Sum();
    }
}
