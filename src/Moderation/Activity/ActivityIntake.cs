using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Activity;

/// <summary>How activity comes in: many at once, with few questions however many they are.</summary>
internal sealed class ActivityIntake(
    ModerationDb db, SubjectKeys keys, LatestFacts facts, Installation installation, ActivityWindow window, TimeProvider clock)
{
    /// <summary>Of one kind in one command.</summary>
    public const int MostAtOnce = 1000;

    /// <summary>How far the host's clock may be ahead of ours.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    public static ActivityTaken Count(IReadOnlyCollection<bool> news) => new(news.Count(x => x), news.Count(x => !x));

    /// <summary>Whether any of these instants cannot be.</summary>
    public Error? Objection(params IEnumerable<DateTimeOffset> told) =>
        told.Any(x => x > clock.GetUtcNow() + Ahead) ? ActivityErrors.InFuture : null;

    /// <summary>For each, whether it was news. What is older than is kept is none.</summary>
    public Task<bool[]> Take(IReadOnlyList<InteractionTold> told, CancellationToken ct) => Take(
        told, x => [SubjectRef.Of(x.Viewer), SubjectRef.Of(x.Content)], x => x.At >= window.Begins(clock.GetUtcNow()),
        (x, on) => Interaction.Of(x, on[0], on[1], DeviceKeys.Of(x.Device, installation)), ct);

    /// <summary>For each, whether it was news. However old a follow is, it may still hold.</summary>
    public Task<bool[]> Take(IReadOnlyList<FollowTold> told, CancellationToken ct) => Take(
        told, x => [SubjectRef.Of(x.From), SubjectRef.Of(x.To)], _ => true,
        (x, on) => Follow.Of(x, on[0], on[1], x.At >= window.Begins(clock.GetUtcNow()) ? DeviceKeys.Of(x.Device, installation) : 0), ct);

    /// <summary>For each, whether it was news. However old a choice is, it may still hold.</summary>
    public Task<bool[]> Take(IReadOnlyList<ChoiceTold> told, CancellationToken ct) => Take(
        told, x => x.Subject is { } target ? [SubjectRef.Of(x.Viewer), target] : [SubjectRef.Of(x.Viewer)], _ => true,
        (x, on) => ViewerChoice.Of(x, on[0], on is [_, var target] ? target : 0), ct);

    private async Task<bool[]> Take<TTold, TFact>(
        IReadOnlyList<TTold> told, Func<TTold, SubjectRef[]> subjects, Func<TTold, bool> isKept, Func<TTold, long[], TFact> read, CancellationToken ct)
        where TFact : class, IFact<TFact>
    {
        var named = told.Select(subjects).ToArray();
        var erased = await Erased(named.SelectMany(x => x), ct);
        int[] places = [.. Enumerable.Range(0, told.Count).Where(x => isKept(told[x]) && !named[x].Any(erased.Contains))];
        var known = await keys.KeysOf([.. places.SelectMany(x => named[x]).Distinct()], ct);

        var news = new bool[told.Count];
        var merged = await facts.Merge<TFact>([.. places.Select(x => read(told[x], [.. named[x].Select(y => known[y])]))], ct);
        foreach (var (nth, place) in places.Index())
            news[place] = merged[nth];
        return news;
    }

    // Of whom all was erased nothing comes back.
    private async Task<HashSet<SubjectRef>> Erased(IEnumerable<SubjectRef> named, CancellationToken ct)
    {
        var erased = new HashSet<SubjectRef>();
        foreach (var ids in named.Where(x => x.Kind is SubjectKind.Account).Select(x => new AccountId(x.Id)).Distinct().Chunk(Parts.Size))
            foreach (var id in await db.Accounts.Where(x => ids.Contains(x.Id) && x.IsErased).Select(x => x.Id).ToListAsync(ct))
                erased.Add(SubjectRef.Of(id));
        return erased;
    }
}
