using System.Text.Json.Nodes;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Tests.Pipeline;

namespace Moderation.Tests.Guidelines;

/// <summary>Two policy managers and a rulebook to change.</summary>
public abstract class Rulemaking : InAWorld
{
    private protected static string Changed(Action<JsonObject> change)
    {
        var file = ShippedRulebook.Parse();
        change(file);
        return file.ToJsonString(new() { WriteIndented = true });
    }

    /// <summary>The rulebook in force, but for this.</summary>
    private protected async Task<DraftId> Draft(Action<JsonObject>? change = null)
    {
        var id = await world.Do(World.PolicyManager, new StartDraft(null, "Spring"));
        var file = JsonNode.Parse((await Open(id)).Json)!.AsObject();
        change?.Invoke(file);
        await world.Do(World.PolicyManager, new EditDraft(id, file.ToJsonString(), (await Open(id)).Version));
        return id;
    }

    private protected async Task<DraftId> Proposed(Action<JsonObject>? change = null, DateTimeOffset? from = null)
    {
        var id = await Draft(change);
        await world.Do(World.PolicyManager, new ProposeRulebook(id, from, "Because."));
        return id;
    }

    /// <summary>Two people brought it into force, or scheduled it.</summary>
    private protected async Task<AgreeToRulebook.Answer> Published(Action<JsonObject>? change = null, DateTimeOffset? from = null)
    {
        var id = await Proposed(change, from);
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        return await world.Do(World.OtherPolicyManager, new AgreeToRulebook(id));
    }

    private protected Task<DraftFile.Answer> Open(DraftId id, Actor? by = null) => world.Do(by ?? World.PolicyManager, new DraftFile(id));

    private protected async Task<int> InForce() => (await world.Do(World.Moderator, new RulebookView())).Version;
}
