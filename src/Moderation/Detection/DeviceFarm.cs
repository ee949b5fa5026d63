namespace Moderation.Detection;

/// <summary>
/// Many accounts worked from one device. Two things give it away: they act on the same few targets, or the device goes from
/// one account to the next within a moment. A household has too few accounts; a shared tablet is used by one person for a
/// while, each on their own targets; a device id that thousands of strangers share by a fault has no common targets.
/// </summary>
internal static class DeviceFarm
{
    public const string Name = "engagement.device-farm";
    public const string Version = "1";

    /// <summary>Fewer may be a family and its guests.</summary>
    public const int LeastAccounts = 8;

    public const int LeastActs = 60;

    /// <summary>Who does less only borrowed it.</summary>
    public const int LeastActsAnAccount = 3;

    /// <summary>A target is common when so large a share of the accounts act on it, and at least <see cref="LeastSharing"/>.</summary>
    public const double SharingShare = 0.2;

    public const int LeastSharing = 3;

    /// <summary>Of all acts: so many on common targets.</summary>
    public const double LeastCommon = 0.5;

    /// <summary>Of all steps from one act to the next: so many to another account within <see cref="Moment"/>.</summary>
    public const double LeastSwitching = 0.3;

    /// <summary>More accounts than this in a day are not switched by hand or by script on one device; it is a faulty id.</summary>
    public const int MostSwitched = 100;

    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(60);

    /// <param name="Accounts">By key, ascending.</param>
    /// <param name="Common">Share of acts on common targets.</param>
    /// <param name="Switching">Share of steps to another account within a moment.</param>
    public sealed record Found(IReadOnlyList<long> Accounts, int Acts, double Common, double Switching, double Score);

    /// <summary>What one device did within the window; their order does not matter.</summary>
    public static Found? In(IReadOnlyCollection<Act> acts)
    {
        long[] accounts = [.. acts.CountBy(x => x.Who).Where(x => x.Value >= LeastActsAnAccount).Select(x => x.Key).Order()];
        if (accounts.Length < LeastAccounts)
            return null;

        var regular = accounts.ToHashSet();
        Act[] counted = [.. acts.Where(x => regular.Contains(x.Who)).OrderBy(x => x.At).ThenBy(x => x.Who).ThenBy(x => x.What)];
        if (counted.Length < LeastActs)
            return null;

        var (common, switching) = (CommonIn(counted, accounts.Length), accounts.Length > MostSwitched ? 0 : SwitchingIn(counted));
        if (common < LeastCommon && switching < LeastSwitching)
            return null;

        var size = 1 - LeastAccounts / (2.0 * accounts.Length);
        return new(accounts, counted.Length, common, switching, (Math.Max(common, switching) + size) / 2);
    }

    /// <summary>One for each account on it.</summary>
    public static IEnumerable<Suspected> Suspect(IReadOnlyCollection<Act> acts) => In(acts) is not { } found ? [] : found.Accounts.Select(x => new Suspected(
        x, Name, Version, "many accounts on one device", found.Score,
        Explained.By("DeviceFarm", found.Accounts.Count, found.Acts, Window.TotalHours, found.Common * 100, found.Switching * 100)));

    private static double CommonIn(Act[] acts, int accounts)
    {
        var least = Math.Max(LeastSharing, (int)Math.Ceiling(accounts * SharingShare));
        var common = acts.Select(x => (x.What, x.Who)).Distinct().CountBy(x => x.What).Where(x => x.Value >= least).Select(x => x.Key).ToHashSet();
        return acts.Count(x => common.Contains(x.What)) / (double)acts.Length;
    }

    private static double SwitchingIn(Act[] acts) => acts.Zip(acts.Skip(1))
        .Count(x => x.First.Who != x.Second.Who && x.Second.At - x.First.At <= Moment.TotalMilliseconds) / (double)(acts.Length - 1);
}
