using Bunit;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Review;

public sealed class PeopleOnDutyPageTests : StaffContext
{
    private static readonly CaseId Case = new(Guid.CreateVersion7());
    private bool isTurned;

    [Fact]
    public void Everybody_is_shown_by_pseudonym_with_what_they_have()
    {
        var page = Render<PeopleOnDutyPage>();
        var first = page.FindAll(".k-people > li")[0].TextContent;
        Assert.Contains("Plover", first, StringComparison.Ordinal);
        Assert.Contains(Case.Code, first, StringComparison.Ordinal);
        Assert.DoesNotContain("p-real-name", page.Markup, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".k-next rect.away"));
    }

    [Fact]
    public async Task How_many_at_once_is_set_and_taken_back()
    {
        var page = Render<PeopleOnDutyPage>();
        await page.Find(".k-number").ChangeAsync("7");
        await page.Find(".k-number").ChangeAsync("");
        Assert.Equal([7, null], Asked<SetCapacity>().Select(x => x.Cases));
    }

    [Fact]
    public void Nobody_moves_under_the_hand()
    {
        var page = Render<PeopleOnDutyPage>();
        isTurned = true;
        Clock.Turn(TimeSpan.FromSeconds(15));
        Assert.Equal(2, Asked<PeopleOnDuty>().Count());
        Assert.Equal(["Plover", "Heron"], page.FindAll(".k-person bdi.m-strong").Select(x => x.TextContent));
    }

    protected override object Answer(object useCase) => useCase switch
    {
        PeopleOnDuty => Ok(new PeopleOnDuty.Answer(isTurned ? [Heron(), Plover()] : [Plover(), Heron()], 1)),
        SetCapacity => Ok(default(Done)),
        _ => throw new InvalidOperationException($"{useCase}"),
    };

    private PeopleOnDuty.Person Plover() => new(
        new("p-real-name"), "Plover", true, false, [Case], 1, 5, null, ["nl"], [], [new(new(Guid.NewGuid()), Clock.GetUtcNow().Date.AddDays(2), Clock.GetUtcNow().Date.AddDays(3))], ["unrouted"]);

    private static PeopleOnDuty.Person Heron() => new(new("h"), "Heron", false, false, [], 0, 5, null, [], [], [], []);
}
