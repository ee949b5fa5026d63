using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>Somebody follows a run. One that they may not know of is unknown.</summary>
[AllowedTo(Role.Moderator, Role.FactChecker, Role.Lead, Role.PolicyManager, Role.ChildSafety, Role.Admin, Scopes = [Scope.Platform, Scope.Enforcer])]
public sealed record RunProgress(RunId Run) : IQuery<RunProgress.Answer>
{
    /// <param name="By">Who proposed it, for example <c>staff:Kestrel</c>: by pseudonym, but to administrators and programs by id.</param>
    /// <param name="AgreedBy">The second person, where one had to agree; named alike.</param>
    /// <param name="Refusal">Why the second person refused.</param>
    /// <param name="NotBefore">When it begins, or began.</param>
    /// <param name="Total">How much there is to do, as counted when it was proposed.</param>
    /// <param name="Looked">How much of it was looked at.</param>
    /// <param name="Changed">How much was changed, or would be.</param>
    /// <param name="What">What is asked, as JSON of its kind.</param>
    /// <param name="Report">What came of it so far, as JSON of its kind.</param>
    /// <param name="MayAgree">Whether who asks could be the second person.</param>
    /// <param name="MayCancel">Whether who asks could stop it.</param>
    public sealed record Answer(
        RunId Id, RunKind Kind, RunState State, string Reason, string By, string? AgreedBy, string? Refusal, DateTimeOffset ProposedAt,
        DateTimeOffset NotBefore, DateTimeOffset? EndedAt, long Total, long Looked, long Changed, JsonElement What, JsonElement? Report,
        bool MayAgree, bool MayCancel)
    {
        private const int LongWhat = 4000;
        private const int LongPart = 1000;
        private const int SomeOfMany = 20;

        private static readonly HashSet<string> Persons = new(StringComparer.OrdinalIgnoreCase) { "by", "decidedBy", "reviewer" };

        /// <summary>One of a list, where of what is long only the beginning is shown.</summary>
        internal static async Task<Answer> Brief(Run x, Call call, IColleagueNames names, CancellationToken ct) => await Of(x, call, names, ct) is var whole
            && x.What.Length + (x.Report?.Length ?? 0) > LongWhat ? whole with { What = Beginning(whole.What), Report = null } : whole;

        internal static async Task<Answer> Of(Run x, Call call, IColleagueNames names, CancellationToken ct) => new(
            x.Id, x.Kind, x.State, x.Reason, await names.OfActor(x.By, ct), await names.Of(x.AgreedBy, ct), x.Refusal, x.ProposedAt, x.NotBefore, x.EndedAt,
            x.Total, x.Looked, x.Changed, Read(x.What, names), x.Report is { } report ? Read(report, names) : null,
            x.State is RunState.Proposed && x.MayBeAgreedBy(call) && call.Actor is Actor.Staff(var self) && self != x.ProposedBy,
            x.IsOpen && x.MayBeStoppedBy(call));

        private static JsonElement Beginning(JsonElement what) => JsonSerializer.SerializeToElement(what.EnumerateObject()
            .Where(x => x.Value.ValueKind is JsonValueKind.Array || x.Value.GetRawText().Length <= LongPart)
            .ToDictionary(x => x.Name, x => x.Value.ValueKind is JsonValueKind.Array
                ? JsonSerializer.SerializeToElement(x.Value.EnumerateArray().Take(SomeOfMany)) : x.Value));

        // Who asks is told above, by pseudonym; here it would stand by id.
        private static JsonElement Read(string json, IColleagueNames names)
        {
            var read = JsonNode.Parse(json.Length == 0 ? "{}" : json);
            if (!names.AreIds && read is JsonObject parts)
                foreach (var (name, _) in parts.Where(x => Persons.Contains(x.Key)).ToList())
                    parts.Remove(name);
            return JsonSerializer.SerializeToElement(read);
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, IColleagueNames names) : IRequestHandler<RunProgress, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(RunProgress query, CancellationToken ct)
        {
            if (await db.Runs.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Run, ct) is not { } run || !run.IsVisibleTo(call))
                return RunErrors.Unknown;

            call.OpensSomethingSensitive = run.IsRestricted && call.Actor is Actor.Staff;
            return await Answer.Of(run, call, names, ct);
        }
    }
}
