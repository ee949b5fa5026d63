using System.Net;
using System.Text.RegularExpressions;

namespace Moderation.Web.Tests;

/// <summary>A visitor of the pages over a real socket, with cookies of their own.</summary>
internal static partial class SignedIn
{
    public static HttpClient Nobody(Uri host) => new(new HttpClientHandler { UseCookies = true, AllowAutoRedirect = false }) { BaseAddress = new(host, "/") };

    /// <summary>Signs in as a person does, with the form that the page shows.</summary>
    public static async Task<HttpClient> As(Uri host, string name, string password)
    {
        var client = Nobody(host);
        var page = await client.GetStringAsync("/sign-in");
        var sent = Hidden().Matches(page).ToDictionary(x => x.Groups[1].Value, x => WebUtility.HtmlDecode(x.Groups[2].Value));
        foreach (var field in Named().Matches(page).Select(x => x.Groups[1].Value).Where(x => !sent.ContainsKey(x)))
            sent[field] = field.Contains("assword", StringComparison.Ordinal) ? password : name;
        using var form = new FormUrlEncodedContent(sent);
        using var answer = await client.PostAsync("/sign-in", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<input[^>]* name=\"([^\"]+)\"")]
    private static partial Regex Named();
}
