using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

public sealed class SavePublisherTests : OnAFactCheck
{
    [Theory]
    [InlineData("www.checks.example")]
    [InlineData("Checks.example")]
    [InlineData("https://checks.example")]
    [InlineData("")]
    public async Task A_publisher_is_named_by_its_host(string host) => Assert.Contains("host", FieldsOf(await world.Refuse(
        World.PolicyManager, new SavePublisher(host, "Checks", IsAccredited: false, null, new Dictionary<string, Rating>(), new Dictionary<double, Rating>()))));

    [Fact]
    public async Task Accreditation_names_who_gave_it_and_a_word_means_one_thing()
    {
        Assert.Equal(["accreditation"], FieldsOf(await world.Refuse(
            World.PolicyManager, new SavePublisher("a.example", "A", IsAccredited: true, null, new Dictionary<string, Rating>(), new Dictionary<double, Rating>()))));
        Assert.Equal(["words"], FieldsOf(await world.Refuse(World.PolicyManager, new SavePublisher(
            "a.example", "A", IsAccredited: false, null, new Dictionary<string, Rating> { ["Half true"] = Rating.PartlyFalse, ["half-true"] = Rating.False }, new Dictionary<double, Rating>()))));
    }
}

public sealed class PublisherListTests : OnAFactCheck
{
    [Fact]
    public async Task All_are_listed_with_their_tables()
    {
        await Accredit(words: new() { ["Onwaar"] = Rating.False }, numbers: new() { [1] = Rating.False });
        var row = Assert.Single(await world.Do(World.PolicyManager, new PublisherList()));
        Assert.Equal(("checks.example", true, Rating.False, Rating.False), (row.Host, row.IsAccredited, row.Words["onwaar"], row.Numbers["1"]));
    }
}
