using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Web.Review;

/// <summary>A claim that renews in silence every third of its term, while the page is open and its connection is up.</summary>
/// <param name="renew">Asks for a new end.</param>
/// <param name="onPage">Runs work where the page is drawn, and draws it.</param>
public sealed class HeldClaim(
    long number, DateTimeOffset until, TimeProvider clock, Connection connection,
    Func<long, Task<Result<DateTimeOffset>>> renew, Func<Func<Task>, Task> onPage) : IDisposable
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(5);
    private ITimer? timer;

    public long Number { get; } = number;

    public DateTimeOffset Until { get; private set; } = until;

    /// <summary>How long a fresh claim holds.</summary>
    public TimeSpan Term { get; private set; } = until - clock.GetUtcNow();

    /// <summary>Renewing failed and is tried again.</summary>
    public bool IsTrying { get; private set; }

    public bool IsLost { get; private set; }

    /// <summary>Renews at once, for a claim that was taken elsewhere may be old, and from then on by itself.</summary>
    public Task Keep()
    {
        connection.CameUp += RenewSoon;
        return Renew();
    }

    public void Lose()
    {
        IsLost = true;
        Dispose();
    }

    public void Dispose()
    {
        connection.CameUp -= RenewSoon;
        timer?.Dispose();
    }

    private async Task Renew()
    {
        timer?.Dispose();
        if (IsLost || !connection.IsUp)
            return;

        var answer = await renew(Number);
        if (answer.IsOk(out var end, out var refusal))
        {
            (Until, Term, IsTrying) = (end, end - clock.GetUtcNow(), false);
            Wind(Term / 3);
        }
        else if (refusal == ReviewErrors.StaleClaim)
        {
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
        if (!IsLost)
            timer = clock.CreateTimer(_ => RenewSoon(), null, wait, Timeout.InfiniteTimeSpan);
    }

    private void RenewSoon() => _ = onPage(Renew);
}
