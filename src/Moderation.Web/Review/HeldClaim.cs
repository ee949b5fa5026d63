using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Web.Review;

/// <summary>
/// A claim that renews in silence every third of its term, while the page is open, its connection is up, and somebody looked
/// at it not long ago.
/// </summary>
/// <param name="renew">Asks for a new end.</param>
/// <param name="onPage">Runs work where the page is drawn, and draws it.</param>
public sealed class HeldClaim(
    long number, DateTimeOffset until, TimeProvider clock, Connection connection,
    Func<long, Task<Result<DateTimeOffset>>> renew, Func<Func<Task>, Task> onPage) : IDisposable
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(5);

    // Who looks something up on another page comes back before.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private ITimer? timer;
    private DateTimeOffset? hiddenSince;
    private bool isLeft;

    public long Number { get; } = number;

    public DateTimeOffset Until { get; private set; } = until;

    /// <summary>How long a fresh claim holds.</summary>
    public TimeSpan Term { get; private set; } = until - clock.GetUtcNow();

    /// <summary>Renewing failed and is tried again.</summary>
    public bool IsTrying { get; private set; }

    public bool IsLost { get; private set; }

    /// <summary>Decided, given back or handed on: there is nothing left to end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Renews at once, for a claim that was taken elsewhere may be old, and from then on by itself.</summary>
    public Task Keep()
    {
        if (isLeft)
            return Task.CompletedTask;

        connection.CameUp += RenewSoon;
        return Renew();
    }

    /// <summary>The page came into view, or went out of it.</summary>
    public Task Look(bool isSeen)
    {
        hiddenSince = isSeen ? null : hiddenSince ?? clock.GetUtcNow();
        return isSeen ? Renew() : Task.CompletedTask;
    }

    public void Lose()
    {
        IsLost = true;
        Dispose();
    }

    public void Over()
    {
        IsOver = true;
        Dispose();
    }

    public void Dispose()
    {
        isLeft = true;
        connection.CameUp -= RenewSoon;
        timer?.Dispose();
    }

    private async Task Renew()
    {
        timer?.Dispose();
        if (isLeft || !connection.IsUp)
            return;

        if (clock.GetUtcNow() - hiddenSince >= Patience)
        {
            Wind(Term / 3);
            return;
        }

        var answer = await renew(Number);
        if (answer.IsOk(out var end, out var refusal))
        {
            (Until, Term, IsTrying) = (end, end - clock.GetUtcNow(), false);
            Wind(Term / 3);
        }
        else if (refusal == ReviewErrors.StaleClaim)
        {
            // What was decided meanwhile was not lost.
            if (!IsOver)
                Lose();
        }
        else
        {
            IsTrying = true;
            Wind(AgainAfter);
        }
    }

    private void Wind(TimeSpan wait)
    {
        // Its page may have been left while a renewal was on its way.
        if (!isLeft)
            timer = clock.CreateTimer(_ => RenewSoon(), null, wait, Timeout.InfiniteTimeSpan);
    }

    private void RenewSoon() => _ = onPage(Renew);
}
