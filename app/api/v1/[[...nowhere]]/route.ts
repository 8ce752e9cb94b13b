export {
  apiNotFound as DELETE,
  apiNotFound as GET,
  apiNotFound as PATCH,
  apiNotFound as POST,
  apiNotFound as PUT,
} from "@/lib/api";
