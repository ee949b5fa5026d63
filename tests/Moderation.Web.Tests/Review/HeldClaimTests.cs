using Moderation.Pipeline;
using Moderation.Web.Review;
using Moderation.Web.Tests.Components;

namespace Moderation.Web.Tests.Review;

public sealed class HeldClaimTests
{
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(15);

    private readonly HandClock clock = new();
    private readonly Connection connection = new();
    private TaskCompletionSource answer = new();
    private int renewed;

    [Fact]
    public async Task It_renews_while_its_page_is_there()
    {
        using var held = Hold();
        answer.SetResult();
        await held.Keep();
        clock.Turn(Term / 3);

        Assert.Equal(2, renewed);
    }

    [Fact]
    public async Task A_page_that_is_left_while_a_renewal_is_on_its_way_renews_no_more()
    {
        var held = Hold();
        var keeping = held.Keep();
        held.Dispose();
        answer.SetResult();
        await keeping;
        clock.Turn(Term / 3);

        Assert.Equal(1, renewed);
    }

    [Fact]
    public async Task A_page_that_is_left_before_it_began_renews_nothing()
    {
        var held = Hold();
        held.Dispose();
        answer.SetResult();
        await held.Keep();
        clock.Turn(Term / 3);

        Assert.Equal(0, renewed);
    }

    private HeldClaim Hold() => new(1, clock.GetUtcNow() + Term, clock, connection, Renew, work => work());

    private async Task<Result<DateTimeOffset>> Renew(long number)
    {
        renewed++;
        await answer.Task;
        return clock.GetUtcNow() + Term;
    }
}
