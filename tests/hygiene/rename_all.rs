//! `rename_all`: the names of identifiers with unusual spellings, compared with those of serde.

use renamed::{EncodeEvent as _, SseEvent};

/// The names by each rule: those of serde, if serde accepts them. (It has no `camelCase` for other scripts.)
macro_rules! cases {
    ($($module:ident $case:literal $ascii:expr, $any:expr;)*) => {
        $(#[test]
        fn $module() {
            #[derive(Clone, Copy, Debug, PartialEq, SseEvent, renamed_serde::Serialize)]
            #[sse(crate = renamed, rename_all = $case, kind)]
            #[serde(crate = "renamed_serde", rename_all = $case)]
            #[allow(non_camel_case_types)]
            enum Ascii {
                RunDone,
                HTTPError,
                X2Y,
                With_Score,
                r#type,
            }

            #[derive(SseEvent)]
            #[sse(crate = renamed, rename_all = $case, kind)]
            enum Any {
                ÜberMittelt,
                GrößeÄndern,
                完了,
            }

            #[derive(SseEvent)]
            #[sse(crate = renamed, encode_only)]
            enum Payload {
                #[event("payload")]
                Payload(Ascii),
            }

            assert_eq!(Ascii::EVENT_TYPES, $ascii);
            let variants = [Ascii::RunDone, Ascii::HTTPError, Ascii::X2Y, Ascii::With_Score, Ascii::r#type];
            for (variant, name) in variants.into_iter().zip(Ascii::EVENT_TYPES) {
                assert_eq!(name.parse(), Ok(AsciiKind::from(&variant)));
                let by_serde = Payload::Payload(variant).encode().unwrap();
                assert_eq!(by_serde.data, format!("{name:?}"));
            }
            assert_eq!(Any::EVENT_TYPES, $any);
            let kinds = [&Any::ÜberMittelt, &Any::GrößeÄndern, &Any::完了].map(AnyKind::from);
            assert_eq!(kinds.map(AnyKind::as_str), $any);
        }
    )*};
}

cases! {
    lower "lowercase"
        ["rundone", "httperror", "x2y", "with_score", "type"],
        ["Übermittelt", "größeÄndern", "完了"];
    upper "UPPERCASE"
        ["RUNDONE", "HTTPERROR", "X2Y", "WITH_SCORE", "TYPE"],
        ["ÜBERMITTELT", "GRößEÄNDERN", "完了"];
    pascal "PascalCase"
        ["RunDone", "HTTPError", "X2Y", "With_Score", "type"],
        ["ÜberMittelt", "GrößeÄndern", "完了"];
    camel "camelCase"
        ["runDone", "hTTPError", "x2Y", "with_Score", "type"],
        ["ÜberMittelt", "größeÄndern", "完了"];
    snake "snake_case"
        ["run_done", "h_t_t_p_error", "x2_y", "with__score", "type"],
        ["Über_mittelt", "größe_Ändern", "完了"];
    screaming_snake "SCREAMING_SNAKE_CASE"
        ["RUN_DONE", "H_T_T_P_ERROR", "X2_Y", "WITH__SCORE", "TYPE"],
        ["ÜBER_MITTELT", "GRößE_ÄNDERN", "完了"];
    kebab "kebab-case"
        ["run-done", "h-t-t-p-error", "x2-y", "with--score", "type"],
        ["Über-mittelt", "größe-Ändern", "完了"];
    screaming_kebab "SCREAMING-KEBAB-CASE"
        ["RUN-DONE", "H-T-T-P-ERROR", "X2-Y", "WITH--SCORE", "TYPE"],
        ["ÜBER-MITTELT", "GRößE-ÄNDERN", "完了"];
}
