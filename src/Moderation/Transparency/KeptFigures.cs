using System.Collections.Concurrent;

namespace Moderation.Transparency;

/// <summary>However many look at the same figures, a node counts them once in ten seconds. A singleton.</summary>
internal sealed class KeptFigures(TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    // Different periods and parts that a few leads look at; more is somebody trying codes.
    private const int Most = 200;

    private readonly ConcurrentDictionary<object, (DateTimeOffset Until, object Figures)> kept = new();

    /// <param name="question">Equal questions have equal figures, whoever asks.</param>
    public async Task<T> Of<T>(object question, Func<DateTimeOffset, Task<T>> count) where T : class
    {
        var now = clock.GetUtcNow();
        if (kept.TryGetValue(question, out var known) && known.Until > now)
            return (T)known.Figures;

        var figures = await count(now);
        if (kept.Count >= Most)
            foreach (var (old, _) in kept.Where(x => x.Value.Until <= now || kept.Count >= 2 * Most))
                kept.TryRemove(old, out _);
        kept[question] = (now + Kept, figures);
        return figures;
    }
}
