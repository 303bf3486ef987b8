//! An enum with 300 variants.

use renamed::{DecodeEvent as _, Decoded, EncodeEvent as _, RawEvent, RawEventBuf, SseEvent};

macro_rules! large {
    ($($variant:ident $name:literal)*) => {
        #[derive(Debug, PartialEq, SseEvent)]
        #[sse(crate = renamed, kind, encode)]
        enum Large {
            $(#[event($name)] $variant(u16),)*
        }

        #[test]
        fn enum_with_300_variants_decodes() {
            assert_eq!(Large::EVENT_TYPES, [$($name),*]);
            assert_eq!(Large::EVENT_TYPES.len(), 300);
            $(
                let decoded = Large::decode(RawEvent::new($name, "7")).unwrap();
                assert_eq!(decoded, Decoded::Event(Large::$variant(7)));
            )*
        }

        #[test]
        fn enum_with_300_variants_encodes_and_has_kinds() {
            assert_eq!(LargeKind::ALL, [$(LargeKind::$variant),*]);
            $(
                let event = Large::$variant(7);
                assert_eq!(event.encode().unwrap(), RawEventBuf::new($name, "7"));
                assert_eq!($name.parse(), Ok(LargeKind::from(&event)));
            )*
        }
    };
}

#[rustfmt::skip]
large! {
    E000 "e000" E001 "e001" E002 "e002" E003 "e003" E004 "e004" E005 "e005" E006 "e006" E007 "e007" E008 "e008" E009 "e009"
    E010 "e010" E011 "e011" E012 "e012" E013 "e013" E014 "e014" E015 "e015" E016 "e016" E017 "e017" E018 "e018" E019 "e019"
    E020 "e020" E021 "e021" E022 "e022" E023 "e023" E024 "e024" E025 "e025" E026 "e026" E027 "e027" E028 "e028" E029 "e029"
    E030 "e030" E031 "e031" E032 "e032" E033 "e033" E034 "e034" E035 "e035" E036 "e036" E037 "e037" E038 "e038" E039 "e039"
    E040 "e040" E041 "e041" E042 "e042" E043 "e043" E044 "e044" E045 "e045" E046 "e046" E047 "e047" E048 "e048" E049 "e049"
    E050 "e050" E051 "e051" E052 "e052" E053 "e053" E054 "e054" E055 "e055" E056 "e056" E057 "e057" E058 "e058" E059 "e059"
    E060 "e060" E061 "e061" E062 "e062" E063 "e063" E064 "e064" E065 "e065" E066 "e066" E067 "e067" E068 "e068" E069 "e069"
    E070 "e070" E071 "e071" E072 "e072" E073 "e073" E074 "e074" E075 "e075" E076 "e076" E077 "e077" E078 "e078" E079 "e079"
    E080 "e080" E081 "e081" E082 "e082" E083 "e083" E084 "e084" E085 "e085" E086 "e086" E087 "e087" E088 "e088" E089 "e089"
    E090 "e090" E091 "e091" E092 "e092" E093 "e093" E094 "e094" E095 "e095" E096 "e096" E097 "e097" E098 "e098" E099 "e099"
    E100 "e100" E101 "e101" E102 "e102" E103 "e103" E104 "e104" E105 "e105" E106 "e106" E107 "e107" E108 "e108" E109 "e109"
    E110 "e110" E111 "e111" E112 "e112" E113 "e113" E114 "e114" E115 "e115" E116 "e116" E117 "e117" E118 "e118" E119 "e119"
    E120 "e120" E121 "e121" E122 "e122" E123 "e123" E124 "e124" E125 "e125" E126 "e126" E127 "e127" E128 "e128" E129 "e129"
    E130 "e130" E131 "e131" E132 "e132" E133 "e133" E134 "e134" E135 "e135" E136 "e136" E137 "e137" E138 "e138" E139 "e139"
    E140 "e140" E141 "e141" E142 "e142" E143 "e143" E144 "e144" E145 "e145" E146 "e146" E147 "e147" E148 "e148" E149 "e149"
    E150 "e150" E151 "e151" E152 "e152" E153 "e153" E154 "e154" E155 "e155" E156 "e156" E157 "e157" E158 "e158" E159 "e159"
    E160 "e160" E161 "e161" E162 "e162" E163 "e163" E164 "e164" E165 "e165" E166 "e166" E167 "e167" E168 "e168" E169 "e169"
    E170 "e170" E171 "e171" E172 "e172" E173 "e173" E174 "e174" E175 "e175" E176 "e176" E177 "e177" E178 "e178" E179 "e179"
    E180 "e180" E181 "e181" E182 "e182" E183 "e183" E184 "e184" E185 "e185" E186 "e186" E187 "e187" E188 "e188" E189 "e189"
    E190 "e190" E191 "e191" E192 "e192" E193 "e193" E194 "e194" E195 "e195" E196 "e196" E197 "e197" E198 "e198" E199 "e199"
    E200 "e200" E201 "e201" E202 "e202" E203 "e203" E204 "e204" E205 "e205" E206 "e206" E207 "e207" E208 "e208" E209 "e209"
    E210 "e210" E211 "e211" E212 "e212" E213 "e213" E214 "e214" E215 "e215" E216 "e216" E217 "e217" E218 "e218" E219 "e219"
    E220 "e220" E221 "e221" E222 "e222" E223 "e223" E224 "e224" E225 "e225" E226 "e226" E227 "e227" E228 "e228" E229 "e229"
    E230 "e230" E231 "e231" E232 "e232" E233 "e233" E234 "e234" E235 "e235" E236 "e236" E237 "e237" E238 "e238" E239 "e239"
    E240 "e240" E241 "e241" E242 "e242" E243 "e243" E244 "e244" E245 "e245" E246 "e246" E247 "e247" E248 "e248" E249 "e249"
    E250 "e250" E251 "e251" E252 "e252" E253 "e253" E254 "e254" E255 "e255" E256 "e256" E257 "e257" E258 "e258" E259 "e259"
    E260 "e260" E261 "e261" E262 "e262" E263 "e263" E264 "e264" E265 "e265" E266 "e266" E267 "e267" E268 "e268" E269 "e269"
    E270 "e270" E271 "e271" E272 "e272" E273 "e273" E274 "e274" E275 "e275" E276 "e276" E277 "e277" E278 "e278" E279 "e279"
    E280 "e280" E281 "e281" E282 "e282" E283 "e283" E284 "e284" E285 "e285" E286 "e286" E287 "e287" E288 "e288" E289 "e289"
    E290 "e290" E291 "e291" E292 "e292" E293 "e293" E294 "e294" E295 "e295" E296 "e296" E297 "e297" E298 "e298" E299 "e299"
}
