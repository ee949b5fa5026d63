using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Web.Enforcing;
using Moderation.Web.Tests.Members;

namespace Moderation.Web.Tests.Enforcing;

public sealed class OrdersPageTests : MemberContext
{
    private static readonly OrderId Id = new(Guid.NewGuid());

    public OrdersPageTests()
    {
        Services.AddSingleton<TimeProvider>(new StillClock(Now));
        Shows(Row());
        Answer<WithdrawOrder, WithdrawOrder.Answer>(new WithdrawOrder.Answer(Id, Now, [], []));
    }

    [Fact]
    public void It_lists_who_ordered_what_and_how_it_stands()
    {
        Shows(Row() with { ConfidentialUntil = Now.AddDays(3) }, Row() with { WithdrawnAt = Now }, Row());
        var rows = Render<OrdersPage>().FindAll("tbody tr").Select(x => x.TextContent).ToArray();

        Assert.All(["Rechtbank Amsterdam", "NL", "26/1", "Art. 9", "post-1"], x => Assert.Contains(x, rows[0], StringComparison.Ordinal));
        Assert.Contains("kept quiet", rows[0], StringComparison.Ordinal);
        Assert.Contains("withdrawn", rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Withdraw ", rows[1], StringComparison.Ordinal);
        Assert.Contains("in force", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Withdrawing_asks_first_and_wants_a_reason()
    {
        var page = Render<OrdersPage>();
        page.Find("tbody button").Click();
        Assert.Contains("undone as if it had never been", page.Find("#withdraw-means").TextContent, StringComparison.Ordinal);
        page.Find("#withdraw-reason").Change("Quashed.");
        page.Find("form").Submit();

        Assert.Contains(Door.Asked, x => x.UseCase is WithdrawOrder(var order, "Quashed.") && order == Id);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void Refusals_and_nothing_at_all_are_said()
    {
        Answer<WithdrawOrder, WithdrawOrder.Answer>(EnforcementErrors.OrderWithdrawn);
        var page = Render<OrdersPage>();
        page.Find("tbody button").Click();
        page.Find("form").Submit();
        Assert.Contains("This order was withdrawn before.", page.Find("form [role=alert]").TextContent, StringComparison.Ordinal);

        Shows();
        Assert.Contains("There are no orders", Render<OrdersPage>().Markup, StringComparison.Ordinal);
        Answer<Orders, Orders.Answer>(PipelineErrors.NotAllowed);
        Assert.Contains("You may not do this.", Render<OrdersPage>().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private void Shows(params Orders.Row[] rows) => Answer<Orders, Orders.Answer>(new Orders.Answer(rows, null));

    private static Orders.Row Row() => new(
        Id, "Rechtbank Amsterdam", "NL", "26/1", "Art. 9", "Object.", Now, null, null, null, null,
        [new(SubjectRef.Of(new ContentId("post-1")), new(Guid.NewGuid()), Now)]);

    private sealed class StillClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
