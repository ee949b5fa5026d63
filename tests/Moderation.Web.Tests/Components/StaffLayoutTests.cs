using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Web.Components;

namespace Moderation.Web.Tests.Components;

public sealed class StaffLayoutTests : VocabularyContext
{
    public StaffLayoutTests()
    {
        var roles = new HashSet<Role> { Role.Moderator, Role.AppealReviewer, Role.Admin };
        Services.AddSingleton<IUseCases>(new FakeDoor(_ => (Result<WhoAmI.Answer>)new WhoAmI.Answer(new StaffId("heron"), null, "Heron", roles)));
        AddAuthorization().SetAuthorized("heron").SetClaims(new Claim(SetSignIn.StaffClaim, "heron"));
    }

    [Fact]
    public void A_page_tells_the_frame_how_to_stand()
    {
        var layout = Draw(page =>
        {
            page.OpenComponent<StaffPage>(0);
            page.AddComponentParameter(1, nameof(StaffPage.Narrow), true);
            page.AddComponentParameter(2, nameof(StaffPage.Crumbs), new Crumb[] { new("Scams", "/queue"), new("C-1") });
            page.CloseComponent();
        });

        Assert.Contains("m-narrow", layout.Find(".m-app").ClassList);
        Assert.Equal("C-1", layout.Find(".m-bar bdi[aria-current=page]").TextContent);
    }

    [Fact]
    public void The_place_one_is_at_is_the_most_exact_one()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/appeals/7?x=1");

        Assert.Equal("Appeals", Assert.Single(Draw().FindAll(".m-side [aria-current]")).GetAttribute("title"));
    }

    [Fact]
    public void What_the_bottom_bar_has_no_room_for_stands_in_the_menu() =>
        Assert.Equal([Places.People, Places.Keys, Places.Rulebook, Places.Batch, Places.Runs, Places.Pauses, Places.Openings, Places.Audit], Draw().FindAll(".m-deep-menu a").Select(x => x.GetAttribute("href")));

    [Fact]
    public void One_signs_out_with_a_post()
    {
        var form = Draw().Find("form");

        Assert.Equal(("post", "/sign-out"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Contains("moderator", Draw().Find("summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_on_the_page_leaves_the_frame_standing()
    {
        var layout = Draw(_ => throw new InvalidOperationException("Broken page."));

        Assert.Contains("nothing was changed", layout.Find("main [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(11, layout.FindAll(".m-side a").Count);
    }

    private IRenderedComponent<StaffLayout> Draw(RenderFragment? body = null) => Render<StaffLayout>(x => x
        .Add(p => p.Body, body ?? (_ => { })));
}
