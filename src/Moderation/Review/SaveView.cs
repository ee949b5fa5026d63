using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Somebody keeps a filter as a view of their own, after those they have.</summary>
/// <param name="Name">1 to 60 characters; one of theirs by that name is refused.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record SaveView(string Name, QueueFilter Filter) : ICommand<SavedViewId>
{
    internal sealed class Validator : AbstractValidator<SaveView>
    {
        public Validator()
        {
            RuleFor(x => x.Name).NotEmpty().MaximumLength(SavedView.MaxNameLength);
            RuleFor(x => x.Filter).SetValidator(new QueueFilter.Validator());
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<SaveView, Result<SavedViewId>>
    {
        public async Task<Result<SavedViewId>> Handle(SaveView command, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            var mine = await db.ViewsOf(me).ToListAsync(ct);
            if (mine.Exists(x => x.Name == command.Name.Trim()))
                return ReviewErrors.ViewNameTaken;
            if (mine.Count >= SavedView.MaxViews)
                return ReviewErrors.TooManyViews;

            return db.Add(SavedView.Save(me, command.Name, command.Filter, mine.Count == 0 ? 0 : mine[^1].Place + 1, clock.GetUtcNow())).Entity.Id;
        }
    }
}
