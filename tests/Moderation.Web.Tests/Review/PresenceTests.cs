using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Review;

public sealed class PresenceTests : StaffContext
{
    [Fact]
    public void It_says_so_every_fifteen_seconds_and_not_while_the_browser_is_away()
    {
        var here = Render<Moderation.Web.Review.Presence>();
        Assert.Equal("1 moderator here", here.Find("span.m-row").TextContent.Replace("group", "", StringComparison.Ordinal));
        Clock.Turn(BeHere.Every);
        Assert.Equal(2, Asked<BeHere>().Count());
        Assert.Single(Asked<BeHere>().Select(x => x.Page).Distinct());

        Services.GetRequiredService<Connection>().OnConnectionDownAsync(null!, default);
        Clock.Turn(BeHere.Every);
        Assert.Equal(2, Asked<BeHere>().Count());
    }

    [Fact]
    public async Task A_closed_page_says_goodbye()
    {
        Render<Moderation.Web.Review.Presence>();
        await DisposeComponentsAsync();
        Assert.Equal(Asked<BeHere>().Single().Page, Assert.Single(Asked<LeavePage>()).Page);
    }

    protected override object Answer(object useCase) => throw new InvalidOperationException($"{useCase}");
}
