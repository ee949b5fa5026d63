using Moderation.Accounts;
using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Notices;
using Moderation.Ranking;
using Moderation.Recommendations;

namespace Moderation.Tests.Recommendations;

/// <summary>Reels with facts, and what may be recommended.</summary>
public abstract class InARecommendingWorld : InAWorld
{
    /// <summary>A video of which the host told everything, and nothing is wrong with it.</summary>
    protected static MediaItem Clean { get; } = new(
        "video-one", MediaKind.Video, Width: 720, Height: 1280, DurationMs: 15_000, HasAudio: true, HasWatermark: false, HasBorders: false, TextShare: 0);

    protected async Task<ContentId> Reel(MediaItem media, string id = "reel", string text = "On the beach.", string? language = null, ContentKind kind = ContentKind.Reel)
    {
        await world.Do(World.Platform, new PutAccount(World.Author, "author", FollowerCount: 100));
        return (await world.Do(World.Platform, new PutContent(new(id), World.Author, kind, Now, Text: text, Language: language, Media: [media]))).Id;
    }

    internal List<Decision> Decisions(ContentId content) => world.Read(db => db.Decisions.About(SubjectRef.Of(content)).OrderBy(x => x.MadeAt).ThenBy(x => x.Id).ToList());

    /// <summary>Decisions that rules on accounts brought.</summary>
    internal List<Decision> Runs(AccountId? account = null) => world.Read(db => db.Decisions.About(SubjectRef.Of(account ?? World.Author))
        .Where(x => x.CauseId != null && x.Ladder == null).OrderBy(x => x.MadeAt).ThenBy(x => x.Id).ToList());

    /// <summary>The surfaces that drop it for an adult of whom nothing else is known.</summary>
    protected async Task<string> DroppedFrom(ContentId content, Viewer? viewer = null, bool follows = false)
    {
        var dropped = new List<Surface>();
        foreach (var surface in Enum.GetValues<Surface>())
            if ((await world.Do(World.Product, new CheckEligibility(
                surface, viewer ?? Viewer.Adult, null, [new(content, Follows: follows)]))).Verdicts[0].Action is VerdictAction.Drop)
                dropped.Add(surface);
        return string.Join(' ', dropped);
    }

    internal List<Notice> Notices() => world.Read(db => db.Notices.Where(x => x.AccountId == World.Author).OrderBy(x => x.Sequence).ToList());

    protected async Task<string> Facts(ContentId content) => string.Join(' ', (await world.Do(World.Moderator, new FactsOf(content))).Rules
        .Where(x => x.Verdict is not FactVerdict.Fine).Select(x => $"{x.Rule}:{x.Verdict}"));
}
