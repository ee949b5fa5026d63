using System.Text.Json;
using Moderation.Eligibility;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

/// <summary>Tests with a publisher whose word counts, and reviews of theirs.</summary>
public abstract class OnAFactCheck : InAWorld
{
    protected const string Claim = "The harbour bridge was closed for three years because the mayor sold its bolts to a scrap dealer.";

    protected static Actor.Staff Checker { get; } = new(new("checker"));

    protected static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement.Clone();

    protected static JsonElement Review(string word = "False", string claim = Claim, string host = "checks.example", string? number = null) => Json($$$"""
        {
          "@context": "https://schema.org", "@type": "ClaimReview", "url": "https://{{{host}}}/reviews/bridge", "claimReviewed": {{{JsonSerializer.Serialize(claim)}}},
          "datePublished": "2025-12-30", "author": {"@type": "Organization", "name": "Harbour Checks", "url": "https://www.{{{host}}}/"},
          "reviewRating": {"@type": "Rating", "alternateName": "{{{word}}}"{{{(number is null ? "" : $", {number}")}}}},
          "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Somebody"}, "datePublished": "2025-12-01", "appearance": {"url": "https://posts.example/1"}}
        }
        """);

    protected static string Word(Rating rating) => rating switch
    {
        Rating.PartlyFalse => "Partly false",
        Rating.MissingContext => "Missing context",
        _ => rating.ToString(),
    };

    protected async Task Accredit(string host = "checks.example", Dictionary<string, Rating>? words = null, Dictionary<double, Rating>? numbers = null) =>
        await world.Do(World.PolicyManager, new SavePublisher(host, "Harbour Checks", IsAccredited: true, "A network of checkers", words ?? [], numbers ?? []));

    protected async Task<FileFactCheck.Answer> Rate(Rating rating, params ContentId[] content) =>
        await world.Do(Checker, new FileFactCheck(Review(Word(rating)), content));

    protected async Task<Verdict> On(ContentId content, Surface surface, bool follows = true, string? country = "NL", DateTimeOffset? at = null) =>
        (await world.Do(World.Product, new CheckEligibility(surface, Viewer.Adult with { Country = country }, at, [new(content, Follows: follows)]))).Verdicts[0];

    /// <summary>All that rankers may be told of an item, in words.</summary>
    protected async Task<string> Told(ContentId content)
    {
        var told = new List<string>();
        foreach (var surface in Enum.GetValues<Surface>())
            foreach (var follows in new[] { true, false })
                foreach (var country in new[] { "NL", "US", null })
                {
                    var verdict = await On(content, surface, follows, country);
                    told.Add($"{surface} {follows} {country} {verdict.Action} {verdict.Weight} {string.Join(',', verdict.Labels)} {string.Join(',', verdict.Grounds.Select(x => x.Code))}");
                }

        return string.Join('\n', told);
    }

    protected async Task Ready()
    {
        await world.Do(World.Product, new PutStaff(Checker.Id, "Checker", null, [Role.FactChecker], null, null, Active: true));
        await Accredit();
    }
}
