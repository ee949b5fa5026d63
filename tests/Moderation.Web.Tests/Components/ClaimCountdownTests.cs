using Bunit;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Tests.Components;

public sealed class ClaimCountdownTests : VocabularyContext
{
    private int ended;

    [Theory]
    [InlineData(462, "m-claim", "Yours · 7:42")]
    [InlineData(60, "m-claim", "Yours · 1:00")]
    [InlineData(59.9, "m-claim soon", "Yours · 0:59")]
    [InlineData(1, "m-claim soon", "Yours · 0:01")]
    [InlineData(0, "m-claim lost", "Ended")]
    [InlineData(-5, "m-claim lost", "Ended")]
    public void It_turns_amber_under_a_minute_and_red_at_the_end(double seconds, string shape, string words)
    {
        var timer = Draw(seconds).Find("[role=timer]");

        Assert.Equal(shape, timer.ClassName!.Trim());
        Assert.Equal(words, timer.TextContent.Trim());
    }

    [Fact]
    public void It_speaks_at_one_minute_and_at_the_end_and_not_between()
    {
        var drawn = Draw(62);
        string[] said = [Words(drawn), After(drawn, 1), After(drawn, 1), After(drawn, 30), After(drawn, 30)];

        const string Warning = "Your claim ends in one minute.";
        Assert.Equal(["", "", Warning, Warning], said[..4]);
        Assert.StartsWith("This case is no longer yours.", said[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Its_end_is_told_once()
    {
        Draw(1);
        Clock.Turn(TimeSpan.FromSeconds(1));
        Clock.Turn(TimeSpan.FromSeconds(1));

        Assert.Equal(1, ended);
    }

    [Fact]
    public void A_renewed_claim_is_fresh_and_silent_again()
    {
        var drawn = Draw(30);
        drawn.Render(x => x.Add(p => p.LeaseUntil, Clock.GetUtcNow().AddMinutes(10)));

        Assert.Equal("Yours · 10:00", drawn.Find("[role=timer]").TextContent.Trim());
        Assert.Equal("", Words(drawn));
    }

    [Fact]
    public void A_failed_renewal_says_that_it_is_tried_again() =>
        Assert.Equal("Trying · 5:00", Draw(300, trying: true).Find("[role=timer]").TextContent.Trim());

    private string After(IRenderedComponent<ClaimCountdown> drawn, int seconds)
    {
        Clock.Turn(TimeSpan.FromSeconds(seconds));
        return Words(drawn);
    }

    private static string Words(IRenderedComponent<ClaimCountdown> drawn) => drawn.Find("[role=status]").TextContent;

    private IRenderedComponent<ClaimCountdown> Draw(double seconds, bool trying = false) => Render<ClaimCountdown>(x => x
        .Add(p => p.LeaseUntil, Clock.GetUtcNow().AddSeconds(seconds))
        .Add(p => p.Trying, trying)
        .Add(p => p.OnEnded, () => ended++));
}
