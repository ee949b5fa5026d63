using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Recommendations;
using Xunit.Abstractions;

namespace Moderation.Tests.Recommendations;

public sealed class ClickbaitTests(ITestOutputHelper output) : InARecommendingWorld
{
    private const string Bait = "Which Of These Things Would You Never Do In Your 20s";
    private const string News = "Parliament of Norway votes to extend fishing limits in the Barents Sea";

    // Precision first: who is withheld wrongly has to appeal, what is missed is still seen by few.
    [DataFact("recommend-clickbait", "dev-headlines.csv")]
    public void On_the_half_it_never_saw_it_is_right_and_finds_most()
    {
        var unseen = Headings().Where(x => !x.IsLearntFrom).ToArray();
        var baseline = ClickbaitMeasure.Of(unseen, x => Clickbait.Words(x.Text) is var words && (words[0] is "#" || words.Contains("you") || words.Contains("your")) ? 1 : 0, 0.5);
        output.WriteLine($"{unseen.Length} headings never seen. A number first, or 'you': precision {baseline.Precision:P1}, recall {baseline.Recall:P1}");
        foreach (var from in new[] { 0.5, 0.9 })
        {
            var measured = ClickbaitMeasure.Of(unseen, x => Clickbait.Shipped.Score(x.Text, "en") ?? 0, from);
            output.WriteLine($"from a score of {from}: precision {measured.Precision:P1}, recall {measured.Recall:P1}");
            Assert.True(measured.Precision > (from > 0.5 ? 0.99 : 0.975));
            Assert.True(measured.Recall > (from > 0.5 ? 0.80 : 0.92));
        }
    }

    [DataFact("recommend-clickbait", "dev-headlines.csv")]
    public void What_is_shipped_is_what_the_other_half_teaches()
    {
        var learnt = ClickbaitTraining.Learn(Headings().Where(x => x.IsLearntFrom));
        foreach (var heading in Headings().Take(500))
            Assert.Equal(Clickbait.Shipped.Score(Clickbait.Words(heading.Text)), learnt.Score(Clickbait.Words(heading.Text)), 2);
    }

    [Theory]
    [InlineData(Bait, null)]
    [InlineData(Bait, "nl")]
    [InlineData("You won't believe", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void Of_what_it_did_not_learn_it_says_nothing(string? text, string? language) => Assert.Null(Clickbait.Shipped.Score(text, language));

    [Fact]
    public void Only_the_first_line_is_a_heading() => Assert.Equal(
        Clickbait.Shipped.Score(Bait, "en")!.Value, Clickbait.Shipped.Score($"{Bait}\n{News}\n{News}", "en-GB")!.Value);

    // Those of the demo that it once called clickbait, and are none.
    [Theory]
    [InlineData("She brought me a sock. It is not my sock. It is not anyone's sock.")]
    [InlineData("The box was for the chair. The chair is now for the box. The box is for the cat. #catsofthenetwork")]
    [InlineData("The harbour before anyone is awake. Even the gulls were whispering. #coast")]
    [InlineData("Seconds sale this Saturday: everything slightly wonky is half price. Cash or card, stall 14.")]
    [InlineData("The lighthouse keeper's garden is open on Sundays, and the scones are worth the walk.")]
    [InlineData("Retiring This Pair After 900 Km. Thank You For Every Puddle.")]
    [InlineData("… — ?! …")]
    public void A_caption_is_no_heading(string text) => Assert.Null(Clickbait.Shipped.Score(text, "en"));

    [Fact]
    public async Task Such_a_post_stays_in_the_feed_of_followers_and_leaves_explore()
    {
        var (bait, news) = (await Post("bait", Bait), await Post("news", News));

        Assert.Equal(("Explore", ""), (await DroppedFrom(bait), await DroppedFrom(news)));
        Assert.Equal("Explore", await DroppedFrom(bait, follows: true));
        var decision = Assert.Single(Decisions(bait));
        Assert.Equal(("explore.clickbait", "rec-clickbait"), (decision.Rule, decision.Guideline));
        Assert.All(await world.Verdicts(Surface.Feed, bait), x => Assert.True(x.IsPlainAllow));
        Assert.Contains("Write a first line that says what people will see", Notices()[^1].Body, StringComparison.Ordinal);

        await Post("bait", "Council of Oslo publishes its report on spending by residents under thirty");
        Assert.Equal("", await DroppedFrom(bait));
    }

    private async Task<ContentId> Post(string id, string text)
    {
        await world.Post(id, text: text);
        return (await world.Do(World.Platform, new PutContent(new(id), World.Author, ContentKind.Post, Now, Text: text + " ", Language: "en"))).Id;
    }

    private static Heading[] Headings() => [.. Heading.Read(File.ReadLines(SharedData.At("recommend-clickbait", "dev-headlines.csv")))];
}
