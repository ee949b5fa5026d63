using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Web.Components;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Components;

public sealed class StaffLayoutTests : VocabularyContext
{
    private readonly List<object> chosen = [];
    private MyPreferences.Answer mine = MyPreferences.Answer.AsTheyCame;

    public StaffLayoutTests()
    {
        var roles = new HashSet<Role> { Role.Moderator, Role.AppealReviewer, Role.Admin };
        Services.AddSingleton<IUseCases>(new FakeDoor(x => x switch
        {
            MyCaseCount => (Result<int>)3,
            MyMentions => (Result<MyMentions.Answer>)new MyMentions.Answer([], 3, null),
            MyPreferences => (Result<MyPreferences.Answer>)mine,
            MyJudgements => (Result<MyJudgements.Answer>)new MyJudgements.Answer([], [], default),
            ChooseExposure or ChooseUndoTime or ChooseKeys => Keep(x),
            _ => (Result<WhoAmI.Answer>)new WhoAmI.Answer(new StaffId("heron"), null, "Heron", roles),
        }));
        Services.AddScoped<Judging>();
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
        Assert.Equal([Places.Appeals, Places.Dashboard, Places.People, Places.Keys, Places.Flaggers, Places.Rulebook, Places.Banks, Places.Batch, Places.Mentions, Places.Runs, Places.Pauses, Places.Openings, Places.Audit], Draw().FindAll(".m-deep-menu a").Select(x => x.GetAttribute("href")));

    [Fact]
    public void Unread_mentions_are_counted_beside_their_place() =>
        Assert.Equal("3", Draw().Find($".m-side a[href='{Places.Mentions}'] .m-end").TextContent);

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
        Assert.Equal(16, layout.FindAll(".m-side a").Count);
    }

    [Fact]
    public async Task All_keys_are_shown_as_this_person_presses_them()
    {
        mine = mine with { Keys = [new(KeyAct.ClaimNext, "P")] };
        var layout = Draw(WithKeys);
        await layout.FindComponents<StaffKeys>()[^1].Instance.OnKey("?", null, null);

        Assert.Equal(["P: Claim next", "Ctrl ↵: Submit", "Z: Undo what was judged last", "Ctrl K: Search and go anywhere", "?: All keys"],
            layout.FindAll(".k-groups dl>div").Select(x => $"{x.QuerySelector("dt")!.TextContent}: {x.QuerySelector("dd")!.TextContent}"));
    }

    [Fact]
    public async Task A_page_without_keys_of_its_own_has_those_that_work_everywhere()
    {
        var layout = Draw();
        await layout.FindComponent<StaffKeys>().Instance.OnKey("?", null, null);

        Assert.Equal(["Z", "Ctrl K", "?"], layout.FindAll(".k-groups dt").Select(x => x.TextContent));
    }

    [Fact]
    public async Task Switched_off_letters_are_not_shown_as_keys()
    {
        mine = mine with { SingleLetters = false };
        var layout = Draw(WithKeys);
        await layout.FindComponents<StaffKeys>()[^1].Instance.OnKey("?", null, null);

        Assert.Equal(["Ctrl ↵", "Ctrl K"], layout.FindAll(".k-groups dt").Select(x => x.TextContent));
        Assert.NotEmpty(layout.FindAll(".k-dialog .m-note"));
    }

    [Fact]
    public async Task Two_acts_cannot_be_given_one_key()
    {
        var layout = Draw(WithKeys);
        await layout.FindAll(".m-menu button")[0].ClickAsync(new());
        await layout.FindAll(".k-keys input")[0].ChangeAsync("t");
        await layout.Find(".k-prefs").SubmitAsync();

        Assert.Contains("Claim next and Strike", layout.Find(".k-prefs [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(chosen);
        await layout.FindAll(".k-keys input")[0].ChangeAsync("p");
        await layout.Find(".k-prefs").SubmitAsync();
        Assert.Equal([new ChosenKey(KeyAct.ClaimNext, "P")], chosen.OfType<ChooseKeys>().Single().Keys);
        Assert.Empty(layout.FindAll(".k-dialog"));
    }

    private object Keep(object choice)
    {
        chosen.Add(choice);
        return (Result<Done>)default(Done);
    }

    private static void WithKeys(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder page)
    {
        page.OpenComponent<StaffKeys>(0);
        page.AddComponentParameter(1, nameof(StaffKeys.Table), (Func<IReadOnlyList<PageKey>>)(() =>
            [new("N", KeyGroup.Decide, "Claim next"), new("Ctrl+Enter", KeyGroup.Decide, "Submit")]));
        page.CloseComponent();
    }

    private IRenderedComponent<StaffLayout> Draw(RenderFragment? body = null) => Render<StaffLayout>(x => x
        .Add(p => p.Body, body ?? (_ => { })));
}
