using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Somebody puts a view of theirs at another place among them.</summary>
/// <param name="Place">0 for the first; beyond the last means the last.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record MoveView(SavedViewId View, int Place) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<MoveView>
    {
        public Validator() => RuleFor(x => x.Place).GreaterThanOrEqualTo(0);
    }

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<MoveView, Result<Done>>
    {
        public async Task<Result<Done>> Handle(MoveView command, CancellationToken ct)
        {
            var mine = await db.ViewsOf(((Actor.Staff)call.Actor).Id).ToListAsync(ct);
            if (mine.Find(x => x.Id == command.View) is not { } view)
                return ReviewErrors.UnknownView;

            mine.Remove(view);
            mine.Insert(Math.Min(command.Place, mine.Count), view);
            for (var place = 0; place < mine.Count; place++)
                mine[place].PutAt(place);
            return default(Done);
        }
    }
}
