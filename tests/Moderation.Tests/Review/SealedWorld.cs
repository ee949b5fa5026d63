using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;

namespace Moderation.Tests.Review;

/// <summary>Two items of one author whose words, pictures and reports can be told by their words: one quarantined, one that waits for a specialist.</summary>
internal sealed record SealedWorld(CaseId[] Cases, DecisionId[] Decisions, AppealId[] Appeals, ContentId[] Items)
{
    /// <summary>What nobody else may read.</summary>
    public static readonly string[] Sentinels = ["xylograph", "quokka", "zeugma", "oxpecker"];

    /// <summary>What colleagues may not read, but who wrote it and the host may: it was only reported.</summary>
    public static readonly string[] ForColleagues = ["yatagan", "numbat"];

    public static async Task<SealedWorld> Make(World world)
    {
        var (locked, waiting) = (new ContentId("locked-item"), new ContentId("waiting-item"));
        await Put(world, locked, "xylograph", "quokka");
        await Put(world, waiting, "yatagan", "numbat");
        // Each had a life before: reported, decided, told of with its words, and appealed.
        var before = await Report(world, locked, "spam");
        var claim = await world.Do(World.Moderator, new ClaimNextCase(World.Moderator.Id));
        var spam = await world.Do(World.Moderator, new DecideCase(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, claim.Case.Revision, "spam", Finding.Violates, null, "As the xylograph shows."));
        var earlier = await world.Decide(waiting, "spam");
        var appeals = new[] { await world.Appeal(spam.Id), await world.Appeal(earlier.Id) };
        await world.Do(World.Platform, new PutContent(locked, World.Author, ContentKind.Post, world.Clock.GetUtcNow(), Text: "Another xylograph.", Media: Media("quokka")));
        world.Clock.Pass(TimeSpan.FromMinutes(1));

        var restricted = await Report(world, locked, "child-safety");
        var pending = await Report(world, waiting, "child-safety");
        var held = await world.Do(World.ChildSafety, new ClaimCase(World.ChildSafety.Id, restricted));
        var decided = await world.Do(World.ChildSafety, new DecideCase(
            World.ChildSafety.Id, restricted, held.ClaimNumber, held.Case.Revision, "child-safety", Finding.Violates, null, "The xylograph again."));
        // What hangs under it and shows it again is not sealed itself.
        await world.Post("reply", new AccountId("replier"), "A word about it.", ContentKind.Comment, parent: locked);
        var reply = await Report(world, new("reply"), "spam", "Only spam.");
        // Somebody shows the same picture, and a specialist noted what they saw.
        await world.Do(World.Platform, new PutContent(new("copy"), new("copier"), ContentKind.Post, world.Clock.GetUtcNow(), Text: "Only a picture.", Media: Media("plain")));
        var copy = await Report(world, new("copy"), "spam", "Only spam.");
        await world.Do(World.ChildSafety, new AddNote(restricted, NoteOn.Account, "A xylograph, @osprey."));
        return new([before, restricted, pending, reply, copy], [spam.Id, earlier.Id, decided.Id], [.. appeals, await world.Appeal(decided.Id)], [locked, waiting]);
    }

    private static MediaItem[] Media(string picture) => [new("m1", MediaKind.Image, $"https://pictures.example/{picture}.jpg", PdqHash: new string('a', 64))];

    private static async Task Put(World world, ContentId id, string word, string picture)
    {
        await world.Do(World.Platform, new PutAccount(World.Author, "author", FollowerCount: 10));
        await world.Do(World.Platform, new PutContent(id, World.Author, ContentKind.Post, world.Clock.GetUtcNow(), Text: $"A {word} of something.", Media: Media(picture)));
    }

    private static async Task<CaseId> Report(World world, ContentId id, string guideline, string details = "It is a zeugma.") => (await world.Do(World.Platform, new FileReport(
        SubjectRef.Of(id), new AccountId("reporter"), guideline, details, Source: ReportSource.LegalNotice,
        LegalNotice: new(details, "https://example.org/it", "Olga Oxpecker", "oxpecker@example.org", GoodFaith: true)))).CaseId!.Value;
}
