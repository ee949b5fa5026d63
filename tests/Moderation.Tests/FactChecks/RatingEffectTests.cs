using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

/// <summary>What each rating does on each surface, for whom and where, as the network published it.</summary>
public sealed class RatingEffectTests : OnAFactCheck
{
    private static readonly Surface[] Withheld = [Surface.Explore, Surface.Reels, Surface.Hashtags];

    // Of which none is a copy of another.
    private static readonly string[] Texts =
    [
        "The harbour bridge was closed because the mayor sold its bolts.", "A whale swam up the canal and ate the ferry's anchor.",
        "Tap water turns blue when the moon is full, says a plumber.", "Every second lamp in the station burns at half strength since March.",
        "Cows voted on the new timetable and won by nine hooves.", "The library lends umbrellas on rainy days.",
    ];

    public static TheoryData<Rating, Surface, bool, string?> All()
    {
        var all = new TheoryData<Rating, Surface, bool, string?>();
        foreach (var rating in Enum.GetValues<Rating>())
            foreach (var surface in Enum.GetValues<Surface>())
                foreach (var follows in new[] { true, false })
                    foreach (var country in new[] { "NL", "US", null })
                        all.Add(rating, surface, follows, country);
        return all;
    }

    [Fact]
    public async Task Ratings_lower_cover_label_and_withhold_as_the_facts_say()
    {
        await Ready();
        var rated = new Dictionary<Rating, ContentId>();
        foreach (var rating in Enum.GetValues<Rating>())
        {
            rated[rating] = await world.Post($"post-{rating}", new($"author-{rating}"), text: Texts[(int)rating]);
            await world.Do(Checker, new Moderation.FactChecks.FileFactCheck(Review(Word(rating), $"{rating}: {Claim}"), [rated[rating]]));
        }

        var wrong = new List<string>();
        foreach (var row in All())
        {
            var (rating, surface, follows, country) = ((Rating)row[0], (Surface)row[1], (bool)row[2], (string?)row[3]);
            var (verdict, expected) = (await On(rated[rating], surface, follows, country), Expected(rating, surface, follows, country));
            if ((verdict.Action, verdict.Weight, verdict.Labels.Count > 0) != expected)
                wrong.Add($"{rating} {surface} follows {follows} in {country ?? "an unknown country"}: {verdict.Action} {verdict.Weight} {string.Join(',', verdict.Labels)}, not {expected}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // False and Altered are cut hard and barred; Partly False is cut less and barred; Missing Context and Satire are labelled; True is nothing.
    private static (VerdictAction Action, double Weight, bool Labelled) Expected(Rating rating, Surface surface, bool follows, string? country)
    {
        if (country is "US" || rating is Rating.True)
            return (VerdictAction.Allow, 1, false);
        if (rating is Rating.MissingContext or Rating.Satire)
            return (VerdictAction.Allow, 1, true);

        var isHard = rating is Rating.False or Rating.Altered;
        if (Withheld.Contains(surface) || isHard && surface is Surface.Feed && !follows)
            return (VerdictAction.Drop, 0, false);
        return (VerdictAction.Cover, surface is not (Surface.Feed or Surface.Stories) ? 1 : isHard ? 0.2 : 0.5, true);
    }
}
