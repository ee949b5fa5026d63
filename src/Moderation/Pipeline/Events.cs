using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>News for the rooms to the right, inside the same transaction.</summary>
internal interface IEvent;

/// <summary>A room that acts on news.</summary>
internal interface IReactTo<in TEvent> where TEvent : IEvent
{
    Task React(TEvent happened, CancellationToken ct);
}

/// <summary>Done once a command, over all that was touched, when the news has run out: derive, fold, tell.</summary>
internal interface ISettle
{
    Task Settle(CancellationToken ct);
}

/// <summary>Done as the last thing before the commit, where versions are given out.</summary>
internal interface ICloseCommit
{
    Task Close(CancellationToken ct);
}

/// <summary>What happened in this command, and whose standing it touched.</summary>
internal sealed class Happenings
{
    private readonly List<IEvent> news = [];
    private readonly HashSet<SubjectRef> touched = [];

    /// <summary>Every subject whose outcomes changed in this command.</summary>
    public IReadOnlySet<SubjectRef> Touched => touched;

    public void Raise(IEvent happened) => news.Add(happened);

    public void Touch(SubjectRef subject) => touched.Add(subject);

    /// <summary>What was raised since the last wave.</summary>
    public IReadOnlyList<IEvent> NextWave()
    {
        IEvent[] wave = [.. news];
        news.Clear();
        return wave;
    }
}

/// <summary>The rooms on their line; news and settling go through them in this order, not in that of registration.</summary>
internal static class Rooms
{
    public static readonly string[] Line =
    [
        "Storage", "Pipeline", "People", "Accounts", "Content", "Activity", "Guidelines", "Review", "Enforcement",
        "Detection", "Reports", "FactChecks", "RepeatOffenders", "Recommendations", "Appeals", "Quality", "Eligibility",
        "Notices", "Transparency",
    ];

    public static IEnumerable<T> InRoomOrder<T>(this IEnumerable<T> parts) where T : class => parts
        .OrderBy(x => Array.IndexOf(Line, x.GetType().Namespace?.Split('.') is [_, var room, ..] ? room : ""))
        .ThenBy(x => x.GetType().Name, StringComparer.Ordinal);
}

/// <summary>Draws what follows from a command: reactions until the news runs out, then each settling and its news.</summary>
internal sealed class Consequences(ModerationDb db, Happenings happenings, IServiceProvider services)
{
    public const int MaxWaves = 100;

    private int waves;

    public async Task Draw()
    {
        await React();
        foreach (var part in services.GetServices<ISettle>().InRoomOrder())
        {
            await part.Settle(CancellationToken.None);
            await React();
        }
    }

    public async Task Close()
    {
        foreach (var part in services.GetServices<ICloseCommit>().InRoomOrder())
            await part.Close(CancellationToken.None);
    }

    private async Task React()
    {
        await db.SaveChangesAsync(CancellationToken.None);
        while (happenings.NextWave() is { Count: > 0 } wave)
        {
            if (++waves > MaxWaves)
                throw new InvalidOperationException($"News keeps making news: {wave[0].GetType().Name}.");

            foreach (var happened in wave)
                await Tell((dynamic)happened);
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private async Task Tell<TEvent>(TEvent happened) where TEvent : IEvent
    {
        foreach (var room in services.GetServices<IReactTo<TEvent>>().InRoomOrder())
            await room.React(happened, CancellationToken.None);
    }
}
