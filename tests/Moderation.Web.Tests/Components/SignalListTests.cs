using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Moderation.Web.Components.Vocabulary;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Components;

public sealed class SignalListTests : VocabularyContext
{
    [Theory]
    [InlineData("en", "Suspicion.Pod|14|10|87|96|6", "One of 14 accounts that like or comment on each other within 10 minutes: at 87 % of 96 posts, where 6 % would be chance.")]
    [InlineData("nl", "Suspicion.DeviceFarm|12|72|24|100|0", "12 accounts deden vanaf dit apparaat 72 dingen binnen 24 uur: 100 % bij dezelfde doelen, 0 % van de stappen naar een ander account binnen een minuut.")]
    [InlineData("en", "Suspicion.MachineRhythm|1440|24|2|12", "1440 acts in 24 hours of a day, the longest pause 2 minutes. On a scale where people reach 70 to 90, its pauses are 12 uneven.")]
    [InlineData("nl", "A face in it was seen | twice", "A face in it was seen | twice")]
    [InlineData("en", "Suspicion.NoSuch|1", "Suspicion.NoSuch|1")]
    [InlineData("en", "Suspicion.Pod|1", "Suspicion.Pod|1")]
    [InlineData("en", "Suspicion.{9}|1", "Suspicion.{9}|1")]
    [InlineData("en", "", "")]
    public void A_moderator_reads_what_was_seen_in_their_language_and_the_words_of_others_as_they_are(string culture, string seen, string read)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new(culture);
            Assert.Equal(read, Services.GetRequiredService<IStringLocalizer<Texts>>().Explain(seen));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void It_stands_under_the_signal_it_belongs_to()
    {
        var drawn = Render<SignalList>(x => x.Add(p => p.Signals, [new("pods", "1 · pod", 0.9, "Fourteen of them."), new("scam", "7", 0.4)]));
        Assert.Equal(3, drawn.FindAll("li").Count);
        Assert.Equal("Fourteen of them.", drawn.FindAll("li")[1].TextContent.Trim());
    }
}
