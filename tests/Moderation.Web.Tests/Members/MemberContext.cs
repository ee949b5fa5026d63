using System.Security.Claims;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Web.Tests.Components;

namespace Moderation.Web.Tests.Members;

/// <summary>A member before a page, and a door that answers as told.</summary>
public abstract class MemberContext : VocabularyContext
{
    private readonly Dictionary<Type, object> answers = [];

    protected MemberContext()
    {
        Door = new(x => answers[x.GetType()] is Func<object, object> answer ? answer(x) : answers[x.GetType()]);
        Services.AddSingleton<IUseCases>(Door);
        AddAuthorization().SetAuthorized("nova").SetClaims(new Claim(SetSignIn.AccountClaim, Self.Value));
    }

    protected static AccountId Self { get; } = new("acc-nova");

    protected static DateTimeOffset Now { get; } = new(2026, 11, 21, 18, 4, 0, TimeSpan.Zero);

    internal FakeDoor Door { get; }

    protected void Answer<TUseCase, T>(Result<T> answer) where TUseCase : IUseCase<T> => answers[typeof(TUseCase)] = answer;

    /// <summary>The same where it depends on what is asked.</summary>
    protected void Answer<TUseCase, T>(Func<TUseCase, Result<T>> answer) where TUseCase : IUseCase<T> => answers[typeof(TUseCase)] = (Func<object, object>)(x => answer((TUseCase)x));
}
