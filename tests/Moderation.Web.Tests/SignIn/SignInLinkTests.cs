using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Web.Tests.SignIn;

public sealed partial class SignInLinkTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Only_the_button_uses_a_link_up_and_only_once()
    {
        var made = await host.Services.GetRequiredService<IUseCases>().Run(Actor.Product, new MakeSignInLink(new("acc-nova.coinbloom")));
        var link = $"/sign-in/link/{made.Match(x => x.Token, _ => "")}?decision=0199d9a0-0000-7000-8000-000000000001";
        var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        // As a mail program does.
        await client.GetAsync(link);
        var entered = await Press(client, link);

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal("/account/decisions/0199d9a0-0000-7000-8000-000000000001", entered.Headers.Location!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).StatusCode);

        Assert.Contains("no longer works", await (await Press(client, link)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_root_leads_a_stranger_to_sign_in()
    {
        var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        Assert.Equal("/sign-in", (await client.GetAsync("/")).Headers.Location!.OriginalString);
    }

    private static async Task<HttpResponseMessage> Press(HttpClient client, string link)
    {
        var page = await client.GetStringAsync(link);
        return await client.PostAsync(link, new FormUrlEncodedContent(Hidden().Matches(page).ToDictionary(x => x.Groups[1].Value, x => x.Groups[2].Value)));
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]+)" """)]
    private static partial Regex Hidden();
}
