using System.Net;
using System.Text.Json;
using Moderation.Web.Tests.Platform;

namespace Moderation.Web.Tests.FactChecks;

/// <summary>Who may open a check may keep it as a file; of everybody else nobody learns that there is one.</summary>
public sealed class ClaimReviewFileTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task Only_who_may_open_a_check_is_given_its_file()
    {
        var review = new Dictionary<string, object>
        {
            ["@type"] = "ClaimReview",
            ["url"] = "https://checks.example/bridge",
            ["claimReviewed"] = "The bridge was sold. \u202E</script>",
            ["author"] = "Harbour Checks",
            ["reviewRating"] = new { alternateName = "False" },
        };
        var (content, _) = await world.Content();
        var check = (await world.Post("/fact-checks", new { claimReview = review, contentIds = new[] { content } })).Expect(201).Text("id");
        var (here, nowhere) = ($"/fact-checks/{check}/claim-review", $"/fact-checks/{Guid.NewGuid()}/claim-review");

        using var checker = await As("checker", "Checker-1234567");
        using var answer = await checker.GetAsync(here);
        Assert.Equal((HttpStatusCode.OK, "application/ld+json", "attachment"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
        using var file = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(review["claimReviewed"], file.RootElement.GetProperty("claimReviewed").GetString());
        Assert.Equal(HttpStatusCode.NotFound, await Status(checker, nowhere));

        using var administrator = await As("admin", "Admin-12345678");
        Assert.Equal(HttpStatusCode.NotFound, await Status(administrator, here));
        using var member = await As("nova", "Member-12345678");
        using var nobody = SignedIn.Nobody(world.Http.BaseAddress!);
        foreach (var visitor in new[] { member, nobody })
            foreach (var address in new[] { here, nowhere })
                Assert.Contains(await Status(visitor, address), new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
    }

    private Task<HttpClient> As(string name, string password) => SignedIn.As(world.Http.BaseAddress!, name, password);

    private static async Task<HttpStatusCode> Status(HttpClient visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        return answer.StatusCode;
    }
}
