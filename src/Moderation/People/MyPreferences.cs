using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Somebody of the staff asks how they chose to work. What is not here is the same for all: sound is off, nothing plays by itself.</summary>
[AllowedTo(Role.Moderator, Role.AppealReviewer, Role.FactChecker, Role.PolicyManager, Role.Lead, Role.ChildSafety, Role.Admin)]
public sealed record MyPreferences : IQuery<MyPreferences.Answer>
{
    /// <param name="Blurred">Whether media are blurred until opened.</param>
    /// <param name="Grey">Whether media are without colour.</param>
    /// <param name="UndoSeconds">How long what they said can be undone; null for what the rulebook says.</param>
    /// <param name="SingleLetters">Whether keys without Ctrl do anything (WCAG 2.1.4).</param>
    /// <param name="Keys">Those that are not as they came.</param>
    public sealed record Answer(bool Blurred, bool Grey, int? UndoSeconds, bool SingleLetters, IReadOnlyList<ChosenKey> Keys)
    {
        public static Answer AsTheyCame { get; } = new(true, false, null, true, []);
    }

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<MyPreferences, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(MyPreferences query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            return await db.Preferences.AsNoTracking().FirstOrDefaultAsync(x => x.Staff == me, ct) is { } mine
                ? new Answer(mine.Blurred, mine.Grey, mine.UndoSeconds, mine.SingleLetters, mine.Keys)
                : Answer.AsTheyCame;
        }
    }
}
