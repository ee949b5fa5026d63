using Moderation.Content;
using Moderation.Detection;
using Moderation.Pipeline;
using Moderation.Tests.Content;

namespace Moderation.Tests.Detection;

/// <summary>Tests with banks, and posts that may be in them.</summary>
public abstract class InABank : InAWorld
{
    protected const string Photo = Hashes.Photo;
    protected const string Words = "Send any amount to my address and I return it twice.";

    protected async Task<string> Bank(string code = "wallets", BankPurpose purpose = BankPurpose.Match, string guideline = "fraud", Actor.Staff? by = null) =>
        (await world.Do(by ?? World.PolicyManager, new SaveBank(code, $"The {code}", purpose, guideline))).Code;

    protected Task<AddToBank.Answer> Add(string bank, string[]? hashes = null, string[]? texts = null, Actor.Staff? by = null) =>
        world.Do(by ?? World.PolicyManager, new AddToBank(bank, hashes, texts, "Known since spring."));

    protected async Task<ContentId> Show(string id, string? text, params string[] hashes)
    {
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        return (await world.Do(World.Platform, new PutContent(
            new(id), World.Author, ContentKind.Post, Now, Text: text, Media: [.. hashes.Select((x, i) => new MediaItem($"m{i}", MediaKind.Image, PdqHash: x))]))).Id;
    }

    private protected List<Signal> Signals(string id) => world.Read(db => db.Signals.Where(x => x.SubjectId == id).ToList());

    private protected Signal? OnlySignal(string id) => Signals(id) is var those && those.Count < 2 ? those.FirstOrDefault() : throw new Xunit.Sdk.XunitException($"{those.Count} signals.");
}
