using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Web.Admin;
using Moderation.Web.Tests.Members;

namespace Moderation.Web.Tests.Admin;

public sealed class KeysPageTests : MemberContext
{
    private const string Secret = "a-secret-nobody-can-read-again";
    private static readonly ApiKeyId Id = new(Guid.NewGuid());

    public KeysPageTests()
    {
        Answer<ApiKeyList, ApiKeyList.Row[]>(new[] { new ApiKeyList.Row(Id, "feed ranker", "feed", [Scope.Ranker], Now, Now.AddDays(-1), null) });
        Answer<MakeApiKey, MakeApiKey.Answer>(new MakeApiKey.Answer(Id, Secret));
        Answer<RevokeApiKey, Done>(default(Done));
    }

    [Fact]
    public void A_secret_is_shown_once()
    {
        var page = Made();
        Assert.Equal(Secret, page.Find(".m-secret input").GetAttribute("value"));

        page.Find(".m-secret .rz-primary").Click();

        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaving_before_it_is_stored_asks()
    {
        var page = Made();
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/people");

        Assert.Contains("You have not stored the key.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("http://localhost/", navigation.Uri);
    }

    [Fact]
    public void Revoking_says_first_when_it_was_last_used()
    {
        var page = Render<KeysPage>();
        page.FindAll("button").Single(x => x.TextContent.StartsWith("Revoke", StringComparison.Ordinal)).Click();

        Assert.Contains("Last used 20 Nov, 18:04 UTC by feed.", page.Find("#revoke-means").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Door.Asked, x => x.UseCase is RevokeApiKey);

        page.Find(".rz-danger").Click();
        Assert.Contains(Door.Asked, x => x.UseCase is RevokeApiKey(var key) && key == Id);
    }

    [Fact]
    public void A_refusal_stands_in_its_place()
    {
        Answer<MakeApiKey, MakeApiKey.Answer>(PipelineErrors.Invalid(new Dictionary<string, string[]> { ["scopes"] = ["'Scopes' must not be empty."] }));

        Assert.Contains("'Scopes' must not be empty.", Made().Find("form [role=alert]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<KeysPage> Made()
    {
        var page = Render<KeysPage>();
        page.Find(".rz-primary").Click();
        page.Find("form").Submit();
        return page;
    }
}
