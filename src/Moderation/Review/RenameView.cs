using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Somebody gives a view of theirs another name.</summary>
/// <param name="Name">1 to 60 characters; another of theirs by that name is refused.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record RenameView(SavedViewId View, string Name) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<RenameView>
    {
        public Validator() => RuleFor(x => x.Name).NotEmpty().MaximumLength(SavedView.MaxNameLength);
    }

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<RenameView, Result<Done>>
    {
        public async Task<Result<Done>> Handle(RenameView command, CancellationToken ct)
        {
            var mine = await db.ViewsOf(((Actor.Staff)call.Actor).Id).ToListAsync(ct);
            if (mine.Find(x => x.Id == command.View) is not { } view)
                return ReviewErrors.UnknownView;
            if (mine.Exists(x => x != view && x.Name == command.Name.Trim()))
                return ReviewErrors.ViewNameTaken;

            view.Rename(command.Name);
            return default(Done);
        }
    }
}
