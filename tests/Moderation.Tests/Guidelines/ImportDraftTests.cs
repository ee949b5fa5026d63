using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.Guidelines;

public sealed class ImportDraftTests : Rulemaking
{
    [Fact]
    public async Task A_file_becomes_a_draft_whatever_is_wrong_in_it()
    {
        var draft = await Open(await world.Do(World.PolicyManager, new ImportDraft("Theirs", """{ "name": "Half" }""")));

        Assert.Equal(("Theirs", """{ "name": "Half" }""", (int?)null), (draft.Name, draft.Json, draft.BasedOn));
        Assert.NotEmpty(draft.Mistakes);
    }

    [Theory]
    [InlineData("{ \"name\": ")]
    [InlineData("")]
    [InlineData("<rulebook/>")]
    [InlineData("{} {}")]
    public async Task What_is_no_JSON_is_refused(string text) =>
        Assert.Equal("rulebook.unreadable", (await world.Refuse(World.PolicyManager, new ImportDraft("Theirs", text))).Code);

    [Fact]
    public async Task The_line_that_cannot_be_read_is_named() =>
        Assert.StartsWith("Line 3", (await world.Refuse(World.PolicyManager, new ImportDraft("Theirs", "{\n\"name\": 1,\n!}"))).Words, StringComparison.Ordinal);

    [Fact]
    public async Task Half_a_character_is_refused() =>
        Assert.Equal("rulebook.unreadable", (await world.Refuse(World.PolicyManager, new ImportDraft("Theirs", "{ \"name\": \"\ud83d\" }"))).Code);

    [Fact]
    public async Task Nesting_without_end_is_refused() =>
        Assert.Equal("rulebook.unreadable", (await world.Refuse(World.PolicyManager, new ImportDraft("Theirs", new string('[', 100_000)))).Code);

    [Fact]
    public async Task A_mark_of_the_encoding_is_no_part_of_it() =>
        Assert.Equal("{}", (await Open(await world.Do(World.PolicyManager, new ImportDraft("Theirs", "\uFEFF{}")))).Json);

    [Fact]
    public async Task More_than_five_megabytes_are_refused()
    {
        // Three bytes a sign.
        var most = $"\"{new string('€', (RulebookDraft.MaxSize - 2) / 3)}\"";
        await world.Do(World.PolicyManager, new ImportDraft("Theirs", most));
        Assert.Equal(DraftErrors.TooLarge, await world.Refuse(World.PolicyManager, new ImportDraft("Theirs", most + "   ")));
    }
}
