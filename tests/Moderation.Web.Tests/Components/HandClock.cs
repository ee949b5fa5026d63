namespace Moderation.Web.Tests.Components;

/// <summary>Goes only when turned, and then rings its timers once.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly List<(TimerCallback Ring, object? State)> timers = [];
    private DateTimeOffset now = new(2026, 11, 21, 18, 4, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Turn(TimeSpan on)
    {
        now += on;
        foreach (var (ring, state) in timers.ToArray())
            ring(state);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        timers.Add((callback, state));
        return new Wound(() => timers.Remove((callback, state)));
    }

    private sealed class Wound(Action stop) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => stop();

        public ValueTask DisposeAsync()
        {
            stop();
            return ValueTask.CompletedTask;
        }
    }
}
