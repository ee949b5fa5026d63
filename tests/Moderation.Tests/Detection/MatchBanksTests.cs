using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Tests.Content;

namespace Moderation.Tests.Detection;

public sealed class MatchBanksTests : InABank
{
    [Fact]
    public async Task What_looks_like_a_picture_of_a_bank_is_signalled_and_somebody_looks()
    {
        await Add(await Bank(), [Photo]);
        await Show("near", null, new string('c', 64), Hashes.Changed(Photo, 16));
        await Show("far", null, Hashes.Changed(Photo, 32));

        var signal = OnlySignal("near")!;
        Assert.Equal(("wallets", "2", "a picture 16 bits away", 0.75, "fraud"), (signal.Detector, signal.DetectorVersion, signal.Label, signal.Score, signal.Guideline));
        var row = Assert.Single((await world.Do(World.Moderator, new ReviewQueue())).Rows);
        Assert.Equal(("near", 1, signal.CaseId), (row.Subject.Id, row.Signals, row.Id));
        Assert.Null(OnlySignal("far"));
    }

    [Theory]
    [InlineData(Words, true)]
    [InlineData("  SEND any amoun7 to my addre$$ & I return it TWICE!!! 🔥", true)]
    [InlineData("Sеnd any am0unt to mу address and I return it twice", true)]
    [InlineData("Send any amount to my address and I return it thrice.", false)]
    public async Task A_text_of_a_bank_is_known_however_it_is_dressed_up(string text, bool known)
    {
        await Add(await Bank(), texts: [Words.Replace("and", "&", StringComparison.Ordinal), Words]);
        await Show("post", text);
        Assert.Equal(known, OnlySignal("post") is { CaseId: not null, Score: 1, Label: "the same text" });
    }

    [Fact]
    public async Task Each_revision_is_looked_for_once_and_each_bank_signals_once()
    {
        var bank = await Bank();
        await Add(bank, [Photo, Hashes.Changed(Photo, 1)], [Words]);
        await Add(await Bank("others", guideline: "spam"), [Photo]);
        await Show("post", "Nothing to see");
        Assert.Empty(Signals("post"));

        await Show("post", Words, Photo, Hashes.Changed(Photo, 5));
        await Show("post", Words, Photo, Hashes.Changed(Photo, 5));
        Assert.Equal(["others", "wallets"], Signals("post").Select(x => x.Detector).Order());
        Assert.All(Signals("post"), x => Assert.Equal(1, x.Score));
        Assert.Single(world.Read(db => db.Cases.ToList()));
    }

    [Fact]
    public async Task An_import_that_tells_of_an_item_twice_is_judged_by_what_it_said_last()
    {
        await Add(await Bank(), texts: [Words]);
        await world.Do(World.Platform, new ImportLines([Line("kept", 1, "Hello"), Line("kept", 2, Words), Line("mended", 1, Words), Line("mended", 2, "Hello")]));
        Assert.NotNull(OnlySignal("kept"));
        Assert.Null(OnlySignal("mended"));

        static string Line(string id, int minute, string text) => JsonSerializer.Serialize(new
        {
            content = new { id, authorId = "a", kind = "post", text, createdAt = "2026-01-01T00:00:00Z", observedAt = $"2026-01-01T00:0{minute}:00Z" },
        });
    }

    [Fact]
    public async Task From_the_next_post_on_a_change_counts()
    {
        var bank = await Bank();
        await Show("before", Words);
        await Add(bank, [Photo], [Words]);
        await Show("after", Words);
        await world.Do(World.PolicyManager, new RemoveFromBank(bank, 2, "It was a joke."));
        await Show("later", Words);
        await Show("other", null, Photo);
        Assert.Equal((0, 1, 0, 1), (Signals("before").Count, Signals("after").Count, Signals("later").Count, Signals("other").Count));
    }

    [Fact]
    public async Task What_a_person_cleared_stays_cleared()
    {
        var post = await Show("post", Words);
        var decision = await world.Decide(post);
        await world.Do(World.Lead, new OverturnDecision(decision.Id, "An ordinary tombola.", "lead"));
        await Add(await Bank(), texts: [Words]);
        await Show("post", Words + "!!");
        Assert.Equal((null, null), (OnlySignal("post")!.CaseId, OnlySignal("post")!.ClearedBy));
    }

    [Fact]
    public async Task What_falls_under_a_restricted_guideline_goes_to_specialists()
    {
        await Add(await Bank("known-abuse", guideline: "child-safety", by: World.ChildSafety), [Photo], by: World.ChildSafety);
        await Show("post", null, Photo);
        Assert.True(world.Read(db => db.Cases.Single().IsRestricted));
        Assert.Empty((await world.Do(World.Moderator, new ReviewQueue())).Rows);
    }

    [Fact]
    public async Task A_paused_bank_signals_and_nobody_looks_until_it_goes_on()
    {
        await Add(await Bank(), [Photo]);
        await world.Do(World.Lead, new PauseAutomation(PauseKind.Detector, "wallets", "It hits too much."));
        await Show("post", null, Photo);
        Assert.Equal((true, null), (OnlySignal("post")!.IsHeld, OnlySignal("post")!.CaseId));
        await world.Do(World.Lead, new ResumeAutomation(PauseKind.Detector, "wallets"));
        Assert.NotNull(OnlySignal("post")!.CaseId);
    }

    [Fact]
    public async Task What_is_known_to_be_harmless_is_told_and_nobody_is_asked()
    {
        await Add(await Bank(), [Photo]);
        await Add(await Bank("art", BankPurpose.Clear), [Hashes.Changed(Photo, 3)]);
        await Show("post", "Look at this", Photo);
        Assert.Equal((null, "art"), (OnlySignal("post")!.CaseId, OnlySignal("post")!.ClearedBy));

        // Of two pictures only one is.
        await Add("wallets", [new string('c', 64)]);
        await Show("both", null, Photo, new string('c', 64));
        Assert.True(OnlySignal("both") is { ClearedBy: null, CaseId: not null });
    }

    [Fact]
    public async Task A_detector_of_the_hosts_is_not_heard_where_all_of_an_item_is_known_to_be_harmless()
    {
        await Add(await Bank("art", BankPurpose.Clear), [Photo], [Words]);
        var cleared = await world.Do(World.Platform, Signal(await Show("cleared", Words, Hashes.Changed(Photo, 9))));
        Assert.Equal((null, "art"), (cleared.CaseId, cleared.ClearedBy));
        Assert.Equal("art", OnlySignal("cleared")!.ClearedBy);

        Assert.NotNull((await world.Do(World.Platform, Signal(await Show("another-picture", Words, Photo, new string('c', 64))))).CaseId);
        Assert.NotNull((await world.Do(World.Platform, Signal(await Show("other-words", "Send it to me, all of it, now.", Photo)))).CaseId);
        Assert.NotNull((await world.Do(World.Platform, Signal(await Show("other-rule", Words)) with { Guideline = "spam" })).CaseId);
        Assert.NotNull((await world.Do(World.Platform, Signal(await Show("nothing", null)))).CaseId);
    }

    [Fact]
    public async Task Before_an_item_comes_a_signal_waits_and_is_cleared_then()
    {
        await Add(await Bank("art", BankPurpose.Clear), texts: [Words]);
        await world.Do(World.Platform, Signal(new("post")));
        await Show("post", Words);
        Assert.Equal((null, "art"), (OnlySignal("post")!.CaseId, OnlySignal("post")!.ClearedBy));
    }

    [Fact]
    public async Task Without_banks_intake_asks_no_more_than_whether_there_are_any()
    {
        var log = new CommandLog();
        var logged = new World(log);
        await logged.InitializeAsync();
        await logged.Post("first");
        log.Clear();
        await logged.Post("second");
        await logged.DisposeAsync();
        Assert.DoesNotContain(log.Commands, x => x.Contains("\"BankEntries\"", StringComparison.Ordinal) || x.Contains("\"Banks\"", StringComparison.Ordinal));
    }

    private static SendSignal Signal(ContentId content) => new(SubjectRef.Of(content), "giveaway-text", "3", "giveaway", 0.9, "fraud");
}
